// The memory of a Python that has started and imported what most programs need. On the wire it is the difference to
// what the compiled module puts into memory by itself, and without the zeros at its end: a third less to load.

/** Three numbers stand in front: bytes before the memory, bytes of the whole snapshot, bytes that the module fills. */
const NUMBERS = 3;
export const PREFIX_BYTES = NUMBERS * Uint32Array.BYTES_PER_ELEMENT;

/**
 * The difference, both ways: of a snapshot what is sent, and of what was sent the snapshot.
 * @param {Uint8Array} bytes changed in place @param {Uint8Array} initial what the module fills
 */
export function applyDifference(bytes, initial) {
  for (let i = 0; i < initial.length; i++) bytes[i] ^= initial[i];
}

export class Snapshot {
  /** @param {ArrayBuffer} packed what the server gave */
  constructor(packed) {
    const [header, total, filled] = new Uint32Array(packed, 0, NUMBERS);
    this.header = header;
    this.filled = filled;
    /** What Pyodide takes, once `complete` was called. */
    this.bytes = new Uint8Array(total);
    this.bytes.set(new Uint8Array(packed, PREFIX_BYTES));
  }

  /** @param {WebAssembly.Instance} instance new, nothing has run in it yet */
  complete(instance) {
    const { buffer } = /** @type {WebAssembly.Memory} */ (instance.exports.memory);
    applyDifference(this.bytes.subarray(this.header), new Uint8Array(buffer, 0, this.filled));
  }
}

/**
 * @param {Uint8Array} snapshot as Pyodide makes it @param {Uint8Array} initial the memory of a new instance
 * @returns {Uint8Array} what the server gives
 */
export function pack(snapshot, initial) {
  const [, header] = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2);
  const filled = initial.findLastIndex((byte) => byte !== 0) + 1;
  const bytes = snapshot.slice();
  applyDifference(bytes.subarray(header), initial.subarray(0, filled));
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
  const packed = new Uint8Array(PREFIX_BYTES + end);
  new Uint32Array(packed.buffer, 0, NUMBERS).set([header, snapshot.length, filled]);
  packed.set(bytes.subarray(0, end), PREFIX_BYTES);
  return packed;
}
