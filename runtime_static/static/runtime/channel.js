// Memory that the frame and one worker share: a ring of text, a slot for typed input, a ring of slots for mouse and keyboard
// events, the interrupt byte and the words that wake a sleeping worker. The worker waits in it (Atomics.wait); the frame never does.
//
// The ring holds records: one 32-bit header (kind in the top 4 bits, length of the payload below), then the payload,
// padded to 4 bytes. A barrier's "length" is its number and it has no payload. Head and tail count bytes modulo 2^32; only
// the worker moves the head and only the frame moves the tail. A student's program can reach the worker's end, so the
// reader checks every record and throws ChannelError on nonsense.

export const RING_BYTES = 1 << 20;
export const INPUT_BYTES = 1 << 18;
/** Events that may wait; a program that does not look loses what comes then. A power of two. */
export const EVENT_SLOTS = 256;
export const SLOT_BYTES = 256;
export const PIECE_BYTES = 32 * 1024;
export const LENGTH_BITS = 28;
export const LENGTH_MASK = (1 << LENGTH_BITS) - 1;

export const KINDS = Object.freeze({ stdout: 1, stderr: 2, barrier: 3 });
export const WORDS = Object.freeze({ head: 0, tail: 1, poked: 2, inputState: 3, inputLength: 4, wake: 5, stop: 6, eventHead: 7, eventTail: 8, count: 16 });
export const INPUT = Object.freeze({ none: 0, waiting: 1, given: 2, refused: 3 });

/**
 * @typedef {{ring: SharedArrayBuffer, control: SharedArrayBuffer, input: SharedArrayBuffer, events: SharedArrayBuffer,
 *   interrupt: SharedArrayBuffer}} ChannelBuffers
 */

/** @param {number} [ringBytes] a power of two @returns {ChannelBuffers} fresh memory for one worker */
export function createChannel(ringBytes = RING_BYTES) {
  return {
    ring: new SharedArrayBuffer(ringBytes),
    control: new SharedArrayBuffer(WORDS.count * 4),
    input: new SharedArrayBuffer(INPUT_BYTES),
    events: new SharedArrayBuffer(EVENT_SLOTS * SLOT_BYTES),
    interrupt: new SharedArrayBuffer(1),
  };
}

/** @param {number} count of events so far @returns {number} where the next one's slot begins: a byte for the length, then the text */
export const slotStart = (count) => (count & (EVENT_SLOTS - 1)) * SLOT_BYTES;

/** @param {number} length in bytes @returns {number} the next multiple of four */
export const padded = (length) => (length + 3) & ~3;

/** What both ends see of the memory. */
export class ChannelEnd {
  /** @param {ChannelBuffers} buffers */
  constructor(buffers) {
    this.control = new Int32Array(buffers.control);
    this.bytes = new Uint8Array(buffers.ring);
    this.headers = new Int32Array(buffers.ring);
    this.input = new Uint8Array(buffers.input);
    this.events = new Uint8Array(buffers.events);
    this.interrupt = new Uint8Array(buffers.interrupt);
    this.mask = this.bytes.length - 1;
  }
}
