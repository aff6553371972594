// Moves what one worker reports to the page: text from the ring, at most every 16 ms, and the worker's messages, each
// only after the text that was printed before it. Stops while the page has too much unread.

/** @import { FrameChannel } from "../frame-channel.js" */

/** Milliseconds between two looks into the ring. */
const DRAIN_INTERVAL = 16;
/** Characters and image bytes on their way to the page; past that the ring fills, and then the program waits. */
export const UNREAD_LIMIT = 512 * 1024;

/**
 * @typedef {Record<string, unknown> & {type: string}} Report a message for the page, without the run's id
 * @typedef {{deliver: (report: Report) => void, broken: (error: unknown) => void}} PumpHooks
 */

export class OutputPump {
  /** @param {FrameChannel} channel @param {PumpHooks} hooks */
  constructor(channel, hooks) {
    this.channel = channel;
    this.hooks = hooks;
    /** @type {Map<number, Report>} messages whose barrier has not been reached */
    this.held = new Map();
    this.awaited = 0;
    this.unread = 0;
    this.lastDrain = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.closed = false;
  }

  /** The worker wrote something. */
  poke() {
    if (this.timer !== undefined || this.closed) return;
    const wait = this.lastDrain + DRAIN_INTERVAL - performance.now();
    if (wait <= 0) this.#drain();
    else this.timer = setTimeout(() => this.#drain(), wait);
  }

  /**
   * A message that may go out when the barrier of that number is reached. Looks at once: a program that asks for input
   * waits.
   * @param {number} barrier @param {Report} report
   */
  hold(barrier, report) {
    this.held.set(barrier, report);
    this.#drain();
  }

  /** The page has read that much. @param {number} bytes */
  acknowledge(bytes) {
    const blocked = this.unread >= UNREAD_LIMIT;
    this.unread = Math.max(0, this.unread - bytes);
    if (blocked && this.unread < UNREAD_LIMIT) this.#drain();
  }

  /** The worker is gone: hand on all that it left behind, and nothing after that. */
  close() {
    if (this.closed) return;
    clearTimeout(this.timer);
    this.unread = 0;
    this.#move(() => true);
    for (const report of this.held.values()) this.hooks.deliver(report);
    this.held.clear();
    this.closed = true;
  }

  #drain() {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.closed) return;
    this.lastDrain = performance.now();
    this.channel.armPoke();
    this.#move(() => this.unread < UNREAD_LIMIT && this.awaited === 0);
    if (!this.closed && this.channel.hasMore && this.unread < UNREAD_LIMIT && this.awaited === 0) this.poke();
  }

  /** @param {() => boolean} may */
  #move(may) {
    this.#passBarrier();
    try {
      while (!this.closed && may()) {
        const segment = this.channel.next();
        if (!segment) return;
        if ("barrier" in segment) {
          this.awaited = segment.barrier;
          this.#passBarrier();
        } else {
          this.unread += segment.text.length;
          if (segment.text) this.hooks.deliver({ type: "output", stream: segment.stream, text: segment.text });
        }
      }
    } catch (error) {
      this.closed = true;
      this.hooks.broken(error);
    }
  }

  /** Deliver what the ring's last barrier waits for, if it has arrived. */
  #passBarrier() {
    const report = this.held.get(this.awaited);
    if (!report) return;
    this.held.delete(this.awaited);
    this.awaited = 0;
    if (report.bytes instanceof Uint8Array) this.unread += report.bytes.length;
    this.hooks.deliver(report);
  }
}
