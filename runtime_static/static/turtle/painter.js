// Brings a scene onto a canvas: only what changed, and never for long at a time. What takes longer than a frame's share is
// painted out of sight over several frames and shown when it is complete.

import { paintItem } from "./brush.js";
import { around, meet } from "./regions.js";

/** @import { Scene, Item } from "./scene.js" */
/** @import { Box } from "./regions.js" */
/** @typedef {{left: number, top: number, width: number, height: number}} View */

const SHARE = 8; // milliseconds of a frame
const LOOK_AT_CLOCK = 64; // items
const MOST_PIXELS = 8_000_000;

export class Painter {
  /**
   * @param {HTMLCanvasElement} canvas what is seen @param {HTMLCanvasElement} hidden another one to paint on
   * @param {Scene} scene @param {Map<number, ImageBitmap>} images
   */
  constructor(canvas, hidden, scene, images) {
    this.canvas = canvas;
    this.hidden = hidden;
    this.scene = scene;
    this.images = images;
    /** @type {View} the part of the plane that the canvas shows */
    this.view = { left: 0, top: 0, width: 1, height: 1 };
    this.ratio = 1;
    /** @type {{boxes: Box[], items: Item[], done: number} | null} what is being painted */
    this.pass = null;
    this.front = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
    this.back = /** @type {CanvasRenderingContext2D} */ (hidden.getContext("2d", { alpha: false }));
  }

  /** Show another part of the plane. @param {View} view @param {number} ratio pixels of the screen to one of the drawing */
  show(view, ratio) {
    ratio = Math.min(Math.max(0.1, ratio), Math.sqrt(MOST_PIXELS / (view.width * view.height)));
    const { left, top, width, height } = this.view;
    if (ratio === this.ratio && view.left === left && view.top === top && view.width === width && view.height === height) return;
    this.view = { ...view };
    this.ratio = ratio;
    for (const canvas of [this.canvas, this.hidden]) {
      canvas.width = Math.max(1, Math.round(view.width * ratio));
      canvas.height = Math.max(1, Math.round(view.height * ratio));
    }
    this.pass = null;
    this.scene.damage.add({ left: view.left, top: view.top, right: view.left + view.width, bottom: view.top + view.height });
  }

  /** Paint for a frame's share of time, or until all is done. @param {number} [share] milliseconds @returns {boolean} whether all is shown */
  paint(share = SHARE) {
    this.pass ??= this.#begin();
    if (!this.pass) return true;
    const { items } = this.pass;
    const end = performance.now() + share;
    while (this.pass.done < items.length) {
      paintItem(this.back, items[this.pass.done].operation, this.images, 1 / this.ratio);
      this.pass.done += 1;
      if (this.pass.done % LOOK_AT_CLOCK === 0 && performance.now() > end) return false;
    }
    this.#finish(this.pass.boxes);
    this.pass = null;
    return this.scene.damage.boxes.length === 0;
  }

  /** Clear what is to be painted, and keep to it. */
  #begin() {
    const { view, back, scene } = this;
    const seen = { left: view.left, top: view.top, right: view.left + view.width, bottom: view.top + view.height };
    const boxes = scene.damage.take().filter((box) => meet(box, seen)).map((box) => this.#onPixels(box, seen));
    if (!boxes.length) return null;
    // Setting up again also frees the context of an earlier clip.
    back.save();
    // Half a pixel aside, thin upright lines fall on whole pixels, as Tk draws them.
    back.setTransform(this.ratio, 0, 0, this.ratio, (0.5 - view.left) * this.ratio, (0.5 - view.top) * this.ratio);
    back.lineCap = "round";
    back.lineJoin = "round";
    back.textBaseline = "alphabetic";
    back.beginPath();
    for (const { left, top, right, bottom } of boxes) back.rect(left - 0.5, top - 0.5, right - left, bottom - top);
    back.clip();
    back.fillStyle = scene.background;
    for (const { left, top, right, bottom } of boxes) back.fillRect(left - 0.5, top - 0.5, right - left, bottom - top);
    const items = [...scene.items.values()].filter(({ box }) => boxes.some((dirty) => meet(box, dirty)));
    return { boxes, items, done: 0 };
  }

  /** @param {Box} box @param {Box} seen @returns {Box} the same, inside what is seen, up to whole pixels */
  #onPixels(box, seen) {
    const { ratio, view } = this;
    const down = (/** @type {number} */ value, /** @type {number} */ from) => Math.floor((value - from) * ratio) / ratio + from;
    const up = (/** @type {number} */ value, /** @type {number} */ from) => Math.ceil((value - from) * ratio) / ratio + from;
    return {
      left: down(Math.max(box.left, seen.left), view.left), top: down(Math.max(box.top, seen.top), view.top),
      right: up(Math.min(box.right + 1, seen.right), view.left), bottom: up(Math.min(box.bottom + 1, seen.bottom), view.top),
    };
  }

  /** Bring what was painted before people's eyes. @param {Box[]} boxes */
  #finish(boxes) {
    this.back.restore();
    const { left, top, right, bottom } = boxes.reduce(around);
    const { ratio, view, canvas } = this;
    const x = Math.max(0, Math.floor((left - view.left) * ratio));
    const y = Math.max(0, Math.floor((top - view.top) * ratio));
    const width = Math.min(canvas.width, Math.ceil((right - view.left) * ratio)) - x;
    const height = Math.min(canvas.height, Math.ceil((bottom - view.top) * ratio)) - y;
    if (width > 0 && height > 0) this.front.drawImage(this.hidden, x, y, width, height, x, y, width, height);
  }
}
