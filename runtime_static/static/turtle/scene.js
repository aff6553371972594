// What lies on a drawing, lowest first, and what of it has changed since it was painted. Never touches the page.

import { DRAWING_LIMITS } from "./operations.js";
import { Region } from "./regions.js";

/** @import { ItemOperation, Operation } from "./operations.js" */
/** @import { Box } from "./regions.js" */
/** @typedef {{operation: ItemOperation, box: Box}} Item */
/** @typedef {{width: number, height: number}} Size */
/** @typedef {(operation: Extract<ItemOperation, {type: "text"}>) => {width: number, ascent: number, descent: number, lines: string[]}} MeasureText */

/** How far left of and above its point an anchored box begins, in parts of its size. @type {Readonly<Record<string, [number, number]>>} */
const ANCHORS = Object.freeze({
  nw: [0, 0], n: [0.5, 0], ne: [1, 0], w: [0, 0.5], center: [0.5, 0.5], e: [1, 0.5], sw: [0, 1], s: [0.5, 1], se: [1, 1],
});
const BLUR = 1.5; // pixels by which antialiased edges reach beyond their geometry

export class Scene {
  /** @param {MeasureText} measureText @param {(image: number) => Size | null} imageSize */
  constructor(measureText, imageSize) {
    this.measureText = measureText;
    this.imageSize = imageSize;
    /** @type {Map<number, Item>} in the order in which they are painted */
    this.items = new Map();
    this.points = 0;
    this.background = "#ffffff";
    this.damage = new Region();
  }

  /** @param {Operation} operation @returns {boolean} whether it was about the scene */
  apply(operation) {
    switch (operation.type) {
      case "line": case "polygon": case "text": case "image": this.#put(operation); break;
      case "top": this.#reorder(operation.id, (item) => this.items.set(operation.id, item)); break;
      case "bottom": this.#reorder(operation.id, (item) => { this.items = new Map([[operation.id, item], ...this.items]); }); break;
      case "delete": this.#reorder(operation.id, (item) => { this.points -= item.operation.points.length; }); break;
      case "clear": this.#clear(); break;
      case "background": this.#paint(operation.colour); break;
      default: return false;
    }
    return true;
  }

  /** An image has arrived: items that show it have a size now. @param {number} image */
  imageArrived(image) {
    for (const item of this.items.values()) {
      if (item.operation.type !== "image" || item.operation.image !== image) continue;
      item.box = this.boxOf(item.operation);
      this.damage.add(item.box);
    }
  }

  /** @param {ItemOperation} operation @returns {Box} what it may paint on; empty when it shows nothing */
  boxOf(operation) {
    if (operation.type === "text") return this.#textBox(operation);
    if (operation.type === "image") return anchored(operation.points, "center", this.imageSize(operation.image) ?? { width: 0, height: 0 });
    const shows = operation.type === "line" ? operation.colour : operation.fill || operation.outline;
    return shows ? pointsBox(operation.points, operation.width / 2 + BLUR) : { left: 0, top: 0, right: 0, bottom: 0 };
  }

  /** @param {ItemOperation} operation */
  #put(operation) {
    const before = this.items.get(operation.id);
    const points = this.points + operation.points.length - (before?.operation.points.length ?? 0);
    if (points > 2 * DRAWING_LIMITS.points || (!before && this.items.size >= DRAWING_LIMITS.items)) return;
    this.points = points;
    const box = this.boxOf(operation);
    if (before) this.damage.add(before.box);
    this.damage.add(box);
    if (before) Object.assign(before, { operation, box });
    else this.items.set(operation.id, { operation, box });
  }

  /** @param {number} id @param {(item: Item) => void} put */
  #reorder(id, put) {
    const item = this.items.get(id);
    if (!item) return;
    this.damage.add(item.box);
    this.items.delete(id);
    put(item);
  }

  #clear() {
    for (const { box } of this.items.values()) this.damage.add(box);
    this.items.clear();
    this.points = 0;
  }

  /** @param {string} colour */
  #paint(colour) {
    if (colour === this.background) return;
    this.background = colour;
    const all = DRAWING_LIMITS.coordinate;
    this.damage.add({ left: -all, top: -all, right: all, bottom: all });
  }

  /** @param {Extract<ItemOperation, {type: "text"}>} operation @returns {Box} */
  #textBox(operation) {
    const { width, ascent, descent, lines } = this.measureText(operation);
    const box = anchored(operation.points, operation.anchor, { width, height: (ascent + descent) * lines.length });
    const slant = operation.font.size / 4; // italic letters lean out of their box
    return { left: box.left - slant, top: box.top - BLUR, right: box.right + slant, bottom: box.bottom + BLUR };
  }
}

/** @param {number[]} point @param {string} anchor @param {Size} size @returns {Box} */
export function anchored([x, y], anchor, { width, height }) {
  const [across, down] = ANCHORS[anchor];
  const [left, top] = [x - width * across, y - height * down];
  return { left, top, right: left + width, bottom: top + height };
}

/** @param {number[]} points @param {number} margin @returns {Box} */
function pointsBox(points, margin) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i]);
    right = Math.max(right, points[i]);
    top = Math.min(top, points[i + 1]);
    bottom = Math.max(bottom, points[i + 1]);
  }
  return { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
}
