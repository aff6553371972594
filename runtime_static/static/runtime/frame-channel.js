// The frame's end of the memory that it shares with a worker.

import {
  ChannelEnd, EVENT_SLOTS, INPUT, INPUT_BYTES, KINDS, LENGTH_BITS, LENGTH_MASK, PIECE_BYTES, SLOT_BYTES, WORDS, padded, slotStart,
} from "./channel.js";

/** @import { ChannelBuffers } from "./channel.js" */
/** @typedef {{stream: "stdout" | "stderr", text: string} | {barrier: number}} Segment */

/** @type {readonly ("stdout" | "stderr" | undefined)[]} */
const STREAMS = Object.freeze([undefined, "stdout", "stderr"]);
const SIGINT = 2;

/** Nonsense in shared memory: the worker is to be ended. */
export class ChannelError extends Error {}

/** The frame's end. Nothing here blocks. */
export class FrameChannel extends ChannelEnd {
  /** @param {ChannelBuffers} buffers */
  constructor(buffers) {
    super(buffers);
    this.tail = 0;
    this.scratch = new Uint8Array(2 * PIECE_BYTES);
    this.decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  }

  /** @returns {boolean} whether something is left to read */
  get hasMore() {
    return Atomics.load(this.control, WORDS.head) !== this.tail;
  }

  /** From here on the worker pokes again when it writes. */
  armPoke() {
    Atomics.store(this.control, WORDS.poked, 0);
  }

  /**
   * The next stretch of one stream (at most 64 KB), or the next barrier, or null when the ring is empty.
   * @returns {Segment | null} @throws {ChannelError} when the records make no sense
   */
  next() {
    const head = Atomics.load(this.control, WORDS.head);
    if (((head - this.tail) >>> 0) > this.bytes.length) throw new ChannelError("head runs away from tail");
    /** @type {"stdout" | "stderr" | null} */
    let stream = null;
    let size = 0;
    while (this.tail !== head) {
      const { kind, length } = this.#header(head);
      const name = STREAMS[kind];
      if (stream && (stream !== name || size + length > this.scratch.length)) break;
      if (!name) return this.#barrier(length);
      this.#copy((this.tail + 4) & this.mask, length, size);
      stream = name;
      size += length;
      this.tail = (this.tail + 4 + padded(length)) | 0;
    }
    if (!stream) return null;
    this.#release();
    return { stream, text: this.decoders[stream].decode(this.scratch.subarray(0, size), { stream: true }) };
  }

  /** @param {string} text at most `LIMITS.inputCharacters` @returns {boolean} false when nothing waits for it */
  giveInput(text) {
    if (Atomics.load(this.control, WORDS.inputState) !== INPUT.waiting) return false;
    // Not encodeInto: it refuses shared memory.
    const bytes = new TextEncoder().encode(text).subarray(0, INPUT_BYTES);
    this.input.set(bytes);
    this.control[WORDS.inputLength] = bytes.length;
    Atomics.store(this.control, WORDS.inputState, INPUT.given);
    Atomics.notify(this.control, WORDS.inputState);
    return true;
  }

  /** The person typed nothing and sent it off: the program gets the end of its input. @returns {boolean} false when nothing waits */
  refuseInput() {
    const before = Atomics.compareExchange(this.control, WORDS.inputState, INPUT.waiting, INPUT.refused);
    Atomics.notify(this.control, WORDS.inputState);
    return before === INPUT.waiting;
  }

  /** @param {string} text one event @returns {boolean} false when it is too long, or when too many wait */
  giveEvent(text) {
    const bytes = new TextEncoder().encode(text);
    const head = Atomics.load(this.control, WORDS.eventHead);
    const waiting = (head - Atomics.load(this.control, WORDS.eventTail)) >>> 0;
    if (waiting >= EVENT_SLOTS || bytes.length >= SLOT_BYTES) return false;
    const start = slotStart(head);
    this.events[start] = bytes.length;
    this.events.set(bytes, start + 1);
    Atomics.store(this.control, WORDS.eventHead, (head + 1) | 0);
    Atomics.add(this.control, WORDS.wake, 1);
    Atomics.notify(this.control, WORDS.wake);
    return true;
  }

  /** Ask the program to stop: interrupts Python, and wakes whatever the worker waits for. */
  stop() {
    Atomics.store(this.control, WORDS.stop, 1);
    Atomics.store(this.interrupt, 0, SIGINT);
    Atomics.add(this.control, WORDS.wake, 1);
    Atomics.compareExchange(this.control, WORDS.inputState, INPUT.waiting, INPUT.refused);
    for (const word of [WORDS.wake, WORDS.inputState, WORDS.tail]) Atomics.notify(this.control, word);
  }

  /** @param {number} head @returns {{kind: number, length: number}} */
  #header(head) {
    const header = this.headers[(this.tail & this.mask) >>> 2];
    const kind = header >>> LENGTH_BITS;
    const length = header & LENGTH_MASK;
    const size = kind === KINDS.barrier ? 4 : 4 + padded(length);
    const known = kind === KINDS.barrier || ((kind === KINDS.stdout || kind === KINDS.stderr) && length <= PIECE_BYTES);
    if (!known || size > ((head - this.tail) >>> 0)) throw new ChannelError("a record makes no sense");
    return { kind, length };
  }

  /** @param {number} start @param {number} length @param {number} into */
  #copy(start, length, into) {
    const first = Math.min(length, this.bytes.length - start);
    this.scratch.set(this.bytes.subarray(start, start + first), into);
    if (first < length) this.scratch.set(this.bytes.subarray(0, length - first), into + first);
  }

  /** @param {number} number @returns {Segment} */
  #barrier(number) {
    this.tail = (this.tail + 4) | 0;
    this.#release();
    return { barrier: number };
  }

  /** What was read is free again for the worker. */
  #release() {
    Atomics.store(this.control, WORDS.tail, this.tail);
    Atomics.notify(this.control, WORDS.tail);
  }
}
