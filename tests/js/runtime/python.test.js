// Starting Python itself, under Node: a snapshot that is no good must not keep anybody from working.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { PREFIX_BYTES } from "../../../runtime_static/static/runtime/worker/snapshot.js";
import { startPython } from "../../../runtime_static/static/runtime/worker/python.js";

const FOLDER = fileURLToPath(new URL("../../../node_modules/pyodide/", import.meta.url));

test("Python starts without the snapshot when that is damaged", async () => {
  const damaged = new Uint8Array(PREFIX_BYTES + 64);
  new Uint32Array(damaged.buffer, 0, 3).set([128, 4096, 0]);

  const python = await startPython(FOLDER, FOLDER, {
    module: await WebAssembly.compile(readFileSync(`${FOLDER}pyodide.asm.wasm`)),
    core: new ArrayBuffer(0), // under Node, Pyodide reads its own from the disk
    lock: readFileSync(`${FOLDER}pyodide-lock.json`, "utf8"),
    code: { "hello.py": btoa("word = 'hello'\n") },
    snapshot: damaged.buffer,
  });

  assert.equal(python.runPython("from codeyard import hello; hello.word"), "hello");
});
