// The rest of the standard library: put into Python's file system when it came, and not when it did not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LIBRARY_ARCHIVE, libraryInstaller } from "../../../runtime_static/static/runtime/worker/library.js";

test("the archive is written where Python looks for it", () => {
  /** @type {Map<string, Uint8Array>} */
  const written = new Map();
  const FS = { writeFile: (/** @type {string} */ path, /** @type {Uint8Array} */ bytes) => written.set(path, bytes) };
  const install = libraryInstaller(FS, "/library.zip", (address) => new TextEncoder().encode(address));

  assert.equal(install(), true);
  assert.deepEqual([...written], [[LIBRARY_ARCHIVE, new TextEncoder().encode("/library.zip")]]);
});

test("without a network nothing is written", () => {
  const FS = { writeFile: () => assert.fail("nothing came") };

  assert.equal(libraryInstaller(FS, "/library.zip", () => null)(), false);
});
