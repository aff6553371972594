// The snapshot as it travels: the difference to what the module fills, and back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Snapshot, pack } from "../../../runtime_static/static/runtime/worker/snapshot.js";

const HEADER = 16;

/** @param {number[]} memory @returns {Uint8Array} as Pyodide makes it: a header that names its own length, then memory */
function snapshotOf(memory) {
  const bytes = new Uint8Array(HEADER + memory.length);
  new Uint32Array(bytes.buffer, 0, 2).set([0xbeef, HEADER]);
  bytes.set(memory, HEADER);
  return bytes;
}

/** @param {number[]} memory @returns {any} an instance with that memory */
const instanceWith = (memory) => ({ exports: { memory: { buffer: Uint8Array.from(memory).buffer } } });

test("what was packed is the same again after the module has filled its part", () => {
  const initial = [7, 7, 0, 9, 0, 0, 0, 0];
  const snapshot = snapshotOf([7, 5, 1, 9, 0, 3, 0, 0]);
  const packed = pack(snapshot, Uint8Array.from(initial));

  const restored = new Snapshot(/** @type {ArrayBuffer} */ (packed.buffer));
  restored.complete(instanceWith(initial));

  assert.deepEqual(restored.bytes, snapshot);
});

test("what the module fills by itself and zeros at the end do not travel", () => {
  const memory = [1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0];

  const packed = pack(snapshotOf(memory), Uint8Array.from(memory));

  assert.equal(packed.length, 3 * 4 + 5, "three numbers, and the header up to its last byte that is not zero");
});

test("packing leaves the snapshot as it was", () => {
  const snapshot = snapshotOf([1, 2, 3]);
  const before = snapshot.slice();

  pack(snapshot, Uint8Array.from([9, 9, 9]));

  assert.deepEqual(snapshot, before);
});
