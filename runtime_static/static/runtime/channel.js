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
const SLOT_BYTES = 256;
const PIECE_BYTES = 32 * 1024;
const LENGTH_BITS = 28;
const LENGTH_MASK = (1 << LENGTH_BITS) - 1;

const KINDS = Object.freeze({ stdout: 1, stderr: 2, barrier: 3 });
/** @type {readonly ("stdout" | "stderr" | undefined)[]} */
const STREAMS = Object.freeze([undefined, "stdout", "stderr"]);
const WORDS = Object.freeze({ head: 0, tail: 1, poked: 2, inputState: 3, inputLength: 4, wake: 5, stop: 6, eventHead: 7, eventTail: 8, count: 16 });
const INPUT = Object.freeze({ none: 0, waiting: 1, given: 2, refused: 3 });
const SIGINT = 2;

/**
 * @typedef {{ring: SharedArrayBuffer, control: SharedArrayBuffer, input: SharedArrayBuffer, events: SharedArrayBuffer,
 *   interrupt: SharedArrayBuffer}} ChannelBuffers
 */
/** @typedef {{stream: "stdout" | "stderr", text: string} | {barrier: number}} Segment */

/** Nonsense in shared memory: the worker is to be ended. */
export class ChannelError extends Error {}

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
const slotStart = (count) => (count & (EVENT_SLOTS - 1)) * SLOT_BYTES;

/** @param {number} length */
const padded = (length) => (length + 3) & ~3;

/** The worker's end. Its methods block; they return early once a stop was asked for. */
export class WorkerChannel {
  /** @param {ChannelBuffers} buffers @param {() => void} poke tells the frame that there is something to read */
  constructor(buffers, poke) {
    this.control = new Int32Array(buffers.control);
    this.bytes = new Uint8Array(buffers.ring);
    this.headers = new Int32Array(buffers.ring);
    this.input = new Uint8Array(buffers.input);
    this.events = new Uint8Array(buffers.events);
    this.interrupt = new Uint8Array(buffers.interrupt);
    this.mask = this.bytes.length - 1;
    this.head = 0;
    this.barriers = 0;
    this.poke = poke;
    this.decoder = new TextDecoder();
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
    const end = performance.now() + ms;
    for (let left = ms; left > 0 && !this.stopped; left = end - performance.now()) {
      const wake = Atomics.load(this.control, WORDS.wake);
      if (!this.stopped) Atomics.wait(this.control, WORDS.wake, wake, left);
    }
  }

  /** @param {number} ms how long to wait for one @returns {string | null} the oldest event, or null when there is none, or after a stop */
  nextEvent(ms) {
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

/** The frame's end. Nothing here blocks. */
export class FrameChannel {
  /** @param {ChannelBuffers} buffers */
  constructor(buffers) {
    this.control = new Int32Array(buffers.control);
    this.bytes = new Uint8Array(buffers.ring);
    this.headers = new Int32Array(buffers.ring);
    this.input = new Uint8Array(buffers.input);
    this.events = new Uint8Array(buffers.events);
    this.interrupt = new Uint8Array(buffers.interrupt);
    this.mask = this.bytes.length - 1;
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
