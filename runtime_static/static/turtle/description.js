// A drawing in words, for those who cannot see it. Pure.

/** @import { Scene } from "./scene.js" */

const LONGEST_QUOTE = 60; // characters of a text
const MOST_QUOTES = 5;

/** @param {number} count @param {string} one @param {string} many @returns {string[]} */
const counted = (count, one, many) => (count ? [`${count.toLocaleString("en")} ${count === 1 ? one : many}`] : []);

/** @param {number[]} points @returns {number} how many lines of some length join them */
function segments(points) {
  let count = 0;
  for (let i = 2; i < points.length; i += 2) {
    if (points[i] !== points[i - 2] || points[i + 1] !== points[i - 1]) count += 1;
  }
  return count;
}

/** @param {Scene} scene @returns {{lines: number, dots: number, shapes: number, filled: number, images: number, texts: string[]}} */
function count({ items }) {
  const sums = { lines: 0, dots: 0, shapes: 0, filled: 0, images: 0, texts: /** @type {string[]} */ ([]) };
  for (const { operation } of items.values()) {
    if (operation.type === "text") sums.texts.push(operation.text);
    else if (operation.type === "image") sums.images += operation.image ? 1 : 0;
    else if (operation.type === "line" && operation.colour) {
      const lines = segments(operation.points);
      if (lines) sums.lines += lines;
      else sums.dots += 1;
    } else if (operation.type === "polygon") {
      // turtle fills without an outline; what has one is a turtle or its stamp.
      if (operation.outline) sums.shapes += 1;
      else if (operation.fill) sums.filled += 1;
    }
  }
  return sums;
}

/** @param {string[]} texts @returns {string} */
function quoted(texts) {
  const shown = texts.slice(0, MOST_QUOTES).map((text) => `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`);
  return shown.length ? ` The text says ${shown.join(", ")}.` : "";
}

/**
 * @param {Scene} scene @param {{width: number, height: number}} window
 * @returns {string} such as "Turtle drawing, 640 by 600: 36 lines, 2 filled shapes, 1 text."
 */
export function describe(scene, { width, height }) {
  const { lines, dots, shapes, filled, images, texts } = count(scene);
  const parts = [
    ...counted(lines, "line", "lines"), ...counted(dots, "dot", "dots"), ...counted(filled, "filled shape", "filled shapes"),
    ...counted(shapes, "turtle or stamp", "turtles and stamps"), ...counted(images, "image", "images"),
    ...counted(texts.length, "text", "texts"),
  ];
  return `Turtle drawing, ${width} by ${height}: ${parts.join(", ") || "empty"}.${quoted(texts)}`;
}
