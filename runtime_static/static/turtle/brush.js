// Paints one item on a 2D context whose units are the drawing's pixels. Never touches the page.

import { anchored } from "./scene.js";

/** @import { ItemOperation, Font } from "./operations.js" */
/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {Extract<ItemOperation, {type: "text"}>} TextOperation */

const ROUND_TURN = 2 * Math.PI;

/** @param {Font} font @returns {string} as a 2D context takes it */
export function cssFont({ family, generic, size, bold, italic }) {
  return `${italic ? "italic" : "normal"} ${bold ? "bold" : "normal"} ${size}px "${family}", ${generic}`;
}

/** @param {Context} context @param {TextOperation} operation */
export function measureText(context, { font, text }) {
  context.font = cssFont(font);
  const lines = text.split("\n");
  const measured = lines.map((line) => context.measureText(line));
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = measured[0];
  return { width: Math.max(...measured.map(({ width }) => width)), ascent, descent, lines };
}

/**
 * @param {Context} context @param {ItemOperation} operation @param {Map<number, ImageBitmap>} images
 * @param {number} thinnest how wide a line is at least
 */
export function paintItem(context, operation, images, thinnest) {
  switch (operation.type) {
    case "line": return paintLine(context, operation, thinnest);
    case "polygon": return paintPolygon(context, operation, thinnest);
    case "text": return paintText(context, operation);
    default: return paintImage(context, operation, images);
  }
}

/** @param {Context} context @param {number[]} points */
function trace(context, points) {
  context.beginPath();
  context.moveTo(points[0], points[1]);
  for (let i = 2; i < points.length; i += 2) context.lineTo(points[i], points[i + 1]);
}

/** @param {number[]} points @returns {boolean} */
function isDot(points) {
  for (let i = 2; i < points.length; i += 2) {
    if (points[i] !== points[0] || points[i + 1] !== points[1]) return false;
  }
  return true;
}

/** @param {Context} context @param {Extract<ItemOperation, {type: "line"}>} operation @param {number} thinnest */
function paintLine(context, { colour, width, points }, thinnest) {
  if (!colour || points.length < 4) return;
  if (isDot(points)) {
    // A line without length has round ends only, which browsers leave out.
    context.fillStyle = colour;
    context.beginPath();
    context.arc(points[0], points[1], Math.max(width, thinnest) / 2, 0, ROUND_TURN);
    context.fill();
    return;
  }
  trace(context, points);
  context.strokeStyle = colour;
  context.lineWidth = Math.max(width, thinnest);
  context.stroke();
}

/** @param {Context} context @param {Extract<ItemOperation, {type: "polygon"}>} operation @param {number} thinnest */
function paintPolygon(context, { fill, outline, width, points }, thinnest) {
  if (points.length < 6 || (!fill && !outline)) return;
  trace(context, points);
  context.closePath();
  if (fill) {
    context.fillStyle = fill;
    context.fill("evenodd");
  }
  if (!outline || isDot(points)) return;
  context.strokeStyle = outline;
  context.lineWidth = Math.max(width, thinnest);
  context.stroke();
}

/** @param {Context} context @param {TextOperation} operation */
function paintText(context, operation) {
  if (!operation.colour) return;
  const { width, ascent, descent, lines } = measureText(context, operation);
  const height = ascent + descent;
  const box = anchored(operation.points, operation.anchor, { width, height: height * lines.length });
  context.fillStyle = operation.colour;
  for (const [i, line] of lines.entries()) {
    const baseline = box.top + i * height + ascent;
    context.fillText(line, box.left, baseline);
    if (operation.font.underline) context.fillRect(box.left, baseline + 1, context.measureText(line).width, Math.max(1, height / 16));
  }
}

/** @param {Context} context @param {Extract<ItemOperation, {type: "image"}>} operation @param {Map<number, ImageBitmap>} images */
function paintImage(context, { image, points }, images) {
  const bitmap = images.get(image);
  // Half a pixel back: the painter shifts everything by that much, for the sake of thin lines.
  if (bitmap) context.drawImage(bitmap, Math.round(points[0] - bitmap.width / 2) - 0.5, Math.round(points[1] - bitmap.height / 2) - 0.5);
}
