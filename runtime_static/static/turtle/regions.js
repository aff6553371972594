// Which parts of a drawing have to be painted again. Pure.

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

const MOST_BOXES = 12;

/** @param {Box} a @param {Box} b @returns {boolean} */
export function meet(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** @param {Box} a @param {Box} b @returns {Box} the smallest box around both */
export function around(a, b) {
  return {
    left: Math.min(a.left, b.left), top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom),
  };
}

/** @param {Box} box @returns {number} */
const area = ({ left, top, right, bottom }) => (right - left) * (bottom - top);

/** A few boxes that cover everything added. */
export class Region {
  constructor() {
    /** @type {Box[]} */
    this.boxes = [];
  }

  /** @param {Box} box nothing happens when it is empty */
  add(box) {
    if (!(box.right > box.left && box.bottom > box.top)) return;
    let best = -1;
    let growth = Infinity;
    for (const [i, other] of this.boxes.entries()) {
      const grown = area(around(other, box)) - area(other);
      if (grown < growth) [best, growth] = [i, grown];
      if (growth <= 0) return;
    }
    // Two that overlap much are one; beyond a dozen, looking through them costs more than painting.
    if (best >= 0 && (growth < area(box) / 2 || this.boxes.length >= MOST_BOXES)) this.boxes[best] = around(this.boxes[best], box);
    else this.boxes.push({ ...box });
  }

  /** @returns {Box[]} all boxes; the region is empty afterwards */
  take() {
    return this.boxes.splice(0);
  }
}
