// The worker's end of the memory that it shares with the frame.

import { ChannelEnd, INPUT, KINDS, LENGTH_BITS, LENGTH_MASK, PIECE_BYTES, WORDS, padded, slotStart } from "./channel.js";

/** @import { ChannelBuffers } from "./channel.js" */

/** The worker's end. Its methods block; they return early once a stop was asked for. */
export class WorkerChannel extends ChannelEnd {
  /** @param {ChannelBuffers} buffers @param {() => void} poke tells the frame that there is something to read */
  constructor(buffers, poke) {
    super(buffers);
    this.head = 0;
    this.barriers = 0;
    this.poke = poke;
    this.decoder = new TextDecoder();
    this.silent = false;
  }

  /** From here on nobody reads what the program prints, or answers it, and it waits for nothing. */
  silence() {
    this.silent = true;
  }

  /** @returns {boolean} whether Stop was pressed */
  get stopped() {
    return Atomics.load(this.control, WORDS.stop) === 1;
  }

  /**
   * Put text into the ring; waits while it is full. After a stop, what does not fit is dropped.
   * @param {"stdout" | "stderr"} stream @param {Uint8Array} bytes UTF-8
   */
  write(stream, bytes) {
    if (this.silent) return;
    const kind = stream === "stdout" ? KINDS.stdout : KINDS.stderr;
    for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
      const to = Math.min(from + PIECE_BYTES, bytes.length);
      if (!this.#waitForSpace(4 + padded(to - from))) return;
      this.#put(kind, bytes, from, to);
    }
  }

  /** @returns {number} the number of a barrier that now stands in the ring, or 0 when a stop left no room for it */
  barrier() {
    if (!this.#waitForSpace(4)) return 0;
    this.barriers = (this.barriers % LENGTH_MASK) + 1;
    this.headers[(this.head & this.mask) >>> 2] = (KINDS.barrier << LENGTH_BITS) | this.barriers;
    this.#publish(4);
    return this.barriers;
  }

  /** Wait until the frame has read everything: keeps a program from piling up images. */
  waitUntilRead() {
    for (;;) {
      const tail = Atomics.load(this.control, WORDS.tail);
      if (tail === this.head || this.stopped) return;
      Atomics.wait(this.control, WORDS.tail, tail, 100);
    }
  }

  /** @param {() => void} ask posts the request @returns {string | null} the typed line, or null after a stop */
  readInput(ask) {
    if (this.silent) return null;
    Atomics.store(this.control, WORDS.inputState, INPUT.waiting);
    if (!this.stopped) ask();
    while (!this.stopped && Atomics.load(this.control, WORDS.inputState) === INPUT.waiting) {
      Atomics.wait(this.control, WORDS.inputState, INPUT.waiting);
    }
    const given = Atomics.load(this.control, WORDS.inputState) === INPUT.given;
    Atomics.store(this.control, WORDS.inputState, INPUT.none);
    if (!given || this.stopped) return null;
    // TextDecoder refuses views of shared memory, hence the copy.
    return this.decoder.decode(this.input.slice(0, this.control[WORDS.inputLength]));
  }

  /** @param {number} ms how long to sleep; a stop ends it early */
  sleep(ms) {
    if (this.silent) return;
    const end = performance.now() + ms;
    for (let left = ms; left > 0 && !this.stopped; left = end - performance.now()) {
      const wake = Atomics.load(this.control, WORDS.wake);
      if (!this.stopped) Atomics.wait(this.control, WORDS.wake, wake, left);
    }
  }

  /** @param {number} ms how long to wait for one @returns {string | null} the oldest event, or null when there is none, or after a stop */
  nextEvent(ms) {
    if (this.silent) return null;
    const end = performance.now() + ms;
    for (;;) {
      const wake = Atomics.load(this.control, WORDS.wake);
      if (this.stopped) return null;
      const tail = Atomics.load(this.control, WORDS.eventTail);
      if (Atomics.load(this.control, WORDS.eventHead) !== tail) return this.#takeEvent(tail);
      const left = end - performance.now();
      if (left <= 0) return null;
      Atomics.wait(this.control, WORDS.wake, wake, left);
    }
  }

  /** @param {number} tail @returns {string} */
  #takeEvent(tail) {
    const start = slotStart(tail);
    const text = this.decoder.decode(this.events.slice(start + 1, start + 1 + this.events[start]));
    Atomics.store(this.control, WORDS.eventTail, (tail + 1) | 0);
    return text;
  }

  /** @param {number} needed @returns {boolean} false when a stop came while the ring was full */
  #waitForSpace(needed) {
    for (;;) {
      const tail = Atomics.load(this.control, WORDS.tail);
      if (this.bytes.length - ((this.head - tail) >>> 0) >= needed) return true;
      if (this.stopped) return false;
      Atomics.wait(this.control, WORDS.tail, tail, 100);
    }
  }

  /** @param {number} kind @param {Uint8Array} source @param {number} from @param {number} to */
  #put(kind, source, from, to) {
    const length = to - from;
    this.headers[(this.head & this.mask) >>> 2] = (kind << LENGTH_BITS) | length;
    const start = (this.head + 4) & this.mask;
    if (length <= 64) {
      for (let i = 0; i < length; i++) this.bytes[(start + i) & this.mask] = source[from + i];
    } else {
      const first = Math.min(length, this.bytes.length - start);
      this.bytes.set(source.subarray(from, from + first), start);
      if (first < length) this.bytes.set(source.subarray(from + first, to), 0);
    }
    this.#publish(4 + padded(length));
  }

  /** @param {number} size */
  #publish(size) {
    this.head = (this.head + size) | 0;
    Atomics.store(this.control, WORDS.head, this.head);
    if (Atomics.exchange(this.control, WORDS.poked, 1) === 0) this.poke();
  }
}
