// The rest of the standard library: put into Python's file system once, at the import that needs it or along with packages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LIBRARY_ARCHIVE, Library } from "../../../runtime_static/static/runtime/worker/library.js";

const encode = (/** @type {string} */ text) => new TextEncoder().encode(text);

function fileSystem() {
  /** @type {[string, Uint8Array][]} */
  const written = [];
  return { written, writeFile: (/** @type {string} */ path, /** @type {Uint8Array} */ bytes) => written.push([path, bytes]) };
}

test("the archive is written where Python looks for it", () => {
  const FS = fileSystem();
  const library = new Library(FS, "/library.zip", { now: encode });

  assert.equal(library.install(), true);
  assert.deepEqual(FS.written, [[LIBRARY_ARCHIVE, encode("/library.zip")]]);
});

test("what came along with packages is not fetched again", async () => {
  const FS = fileSystem();
  const library = new Library(FS, "/library.zip", { now: () => assert.fail("it is there"), soon: async (address) => encode(address) });

  await library.bring();

  assert.equal(library.install(), true);
  assert.equal(FS.written.length, 1);
});

test("an import does not wait for what is under way", async () => {
  const FS = fileSystem();
  const library = new Library(FS, "/library.zip", { now: encode, soon: async (address) => encode(address) });
  const bringing = library.bring();

  assert.equal(library.install(), true);
  await bringing;

  assert.equal(FS.written.length, 1);
});

test("without a network nothing is written", async () => {
  const FS = { writeFile: () => assert.fail("nothing came") };
  const library = new Library(FS, "/library.zip", { now: () => null, soon: async () => null });
  await library.bring();

  assert.equal(library.install(), false);
});
