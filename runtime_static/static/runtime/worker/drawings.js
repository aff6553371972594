// What Python's side calls for drawings (turtle): operations and images out, events and answers in.

/** @import { createLink } from "./link.js" */

/**
 * @typedef {ReturnType<typeof createLink>} Link
 * @typedef {{id: () => number, askForInput: () => void, checkStop: () => void, tick: () => void}} Hooks
 */

/** @returns {OffscreenCanvasRenderingContext2D | null} null where workers have no canvas: text is then estimated */
function measuringContext() {
  return typeof OffscreenCanvas === "function" ? new OffscreenCanvas(1, 1).getContext("2d") : null;
}

/**
 * @param {string} font as CSS names it @param {string} text one line @param {OffscreenCanvasRenderingContext2D | null} context
 * @returns {[number, number, number]} width, and how far the font goes above and below the baseline, in pixels
 */
function measure(font, text, context) {
  if (context) {
    context.font = font;
    const { width, fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText(text);
    return [width, above, below];
  }
  const size = Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? "12");
  return [text.length * size * 0.55, size * 0.9, size * 0.25];
}

/** One for each worker. */
export class Drawings {
  /** @param {Link} link @param {Hooks} hooks */
  constructor(link, hooks) {
    this.link = link;
    this.hooks = hooks;
    this.encoder = new TextEncoder();
    /** @type {(() => void) | null} sends what Python holds back */
    this.show = null;
  }

  /** The program is about to wait, or has ended: everything that it drew is to be seen. */
  beforeWaiting() {
    try {
      this.show?.();
    } catch (error) {
      // A stop raises KeyboardInterrupt here; whoever waits notices it, too.
      if (!this.link.channel.stopped) throw error;
    }
  }

  /** @returns {Record<string, Function>} functions of the module `_codeyard` */
  bridge() {
    const { link, hooks } = this;
    const context = measuringContext();
    /** @param {object} message @param {Uint8Array} bytes */
    const send = (message, bytes) => {
      link.postInOrder(/** @type {any} */ ({ ...message, id: hooks.id(), bytes }), [bytes.buffer]);
      link.channel.waitUntilRead();
      hooks.checkStop();
    };
    return {
      draw: (/** @type {number} */ drawing, /** @type {string} */ operations) =>
        send({ type: "drawing", drawing }, this.encoder.encode(operations)),
      drawing_image: (/** @type {number} */ drawing, /** @type {number} */ image, /** @type {Uint8Array} */ bytes,
        /** @type {string} */ mime) => send({ type: "drawing-image", drawing, image, mime }, bytes),
      next_event: (/** @type {number} */ ms) => {
        if (ms > 0) hooks.tick();
        const event = link.channel.nextEvent(ms);
        hooks.checkStop();
        return event ?? "";
      },
      pause: (/** @type {number} */ ms) => {
        link.channel.sleep(ms);
        hooks.checkStop();
      },
      ask: () => {
        const answer = link.channel.readInput(hooks.askForInput);
        hooks.checkStop();
        return JSON.stringify(answer);
      },
      measure_text: (/** @type {string} */ font, /** @type {string} */ text) => JSON.stringify(measure(font, text, context)),
      before_waiting: (/** @type {any} */ show) => { this.show = show.copy(); },
    };
  }
}
