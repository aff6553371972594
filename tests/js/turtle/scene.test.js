// What lies on a drawing, what must be painted again, and how it is told in words.

import assert from "node:assert/strict";
import { test } from "node:test";

import { describe } from "../../../runtime_static/static/turtle/description.js";
import { DRAWING_LIMITS } from "../../../runtime_static/static/turtle/operations.js";
import { Region, meet } from "../../../runtime_static/static/turtle/regions.js";
import { Scene } from "../../../runtime_static/static/turtle/scene.js";

/** @import { Operation } from "../../../runtime_static/static/turtle/operations.js" */

const FONT = { family: "Arial", generic: "sans-serif", size: 12, bold: false, italic: false, underline: false };

/** @param {Map<number, {width: number, height: number}>} [images] */
function emptyScene(images = new Map()) {
  return new Scene(({ text }) => ({ width: 10 * text.length, ascent: 10, descent: 2, lines: [text] }), (id) => images.get(id) ?? null);
}

/** @param {number} id @param {number[]} points @param {string} [colour] @returns {Operation} */
const line = (id, points, colour = "#000000") => ({ type: "line", id, colour, width: 1, points });

test("items are painted in the order of their making, raised ones last and lowered ones first", () => {
  const scene = emptyScene();

  for (const id of [1, 2, 3, 4]) scene.apply(line(id, [0, 0, 1, 1]));
  scene.apply({ type: "top", id: 2 });
  scene.apply({ type: "bottom", id: 4 });
  scene.apply(line(1, [0, 0, 5, 5]));

  assert.deepEqual([...scene.items.keys()], [4, 1, 3, 2]);
});

test("a change damages the old place and the new one, and nothing else", () => {
  const scene = emptyScene();
  scene.apply(line(1, [0, 0, 10, 0]));
  scene.damage.take();

  scene.apply(line(1, [100, 100, 110, 100]));

  const damaged = scene.damage.take();
  const at = (/** @type {number} */ x, /** @type {number} */ y) => damaged.some((box) => meet(box, { left: x, top: y, right: x + 1, bottom: y + 1 }));
  assert.ok(at(5, 0) && at(105, 100));
  assert.ok(!at(50, 50));
});

test("what shows nothing damages nothing", () => {
  const scene = emptyScene();

  scene.apply(line(1, [0, 0, 100, 100], ""));
  scene.apply({ type: "polygon", id: 2, fill: "", outline: "", width: 1, points: [0, 0, 1, 1, 2, 0] });
  scene.apply({ type: "top", id: 99 });

  assert.deepEqual(scene.damage.take(), []);
});

test("an image has its place once it has arrived", () => {
  const images = new Map();
  const scene = emptyScene(images);
  scene.apply({ type: "image", id: 1, image: 7, points: [50, 50] });
  assert.deepEqual(scene.damage.take(), []);

  images.set(7, { width: 20, height: 10 });
  scene.imageArrived(7);

  assert.deepEqual(scene.damage.take(), [{ left: 40, top: 45, right: 60, bottom: 55 }]);
});

test("a program that draws without end does not fill the page", () => {
  const scene = emptyScene();

  for (let id = 1; id <= DRAWING_LIMITS.items + 10; id++) scene.apply(line(id, [0, 0]));
  assert.equal(scene.items.size, DRAWING_LIMITS.items);

  scene.apply({ type: "clear" });
  const long = new Array(2 * DRAWING_LIMITS.itemPoints).fill(0);
  for (let id = 1; id <= 100; id++) scene.apply(line(id, long));
  assert.equal(scene.points, 2 * DRAWING_LIMITS.points);
});

test("a few boxes cover all that was added", () => {
  const region = new Region();
  const added = [];

  for (let i = 0; i < 200; i++) {
    const box = { left: (i * 37) % 500, top: (i * 91) % 500, right: ((i * 37) % 500) + 5, bottom: ((i * 91) % 500) + 5 };
    added.push(box);
    region.add(box);
  }
  region.add({ left: 5, top: 5, right: 5, bottom: 9 });

  const boxes = region.take();
  assert.ok(boxes.length <= 12);
  for (const box of added) {
    assert.ok(boxes.some((one) => one.left <= box.left && one.top <= box.top && one.right >= box.right && one.bottom >= box.bottom));
  }
  assert.deepEqual(region.take(), []);
});

test("a drawing is told in words", () => {
  const scene = emptyScene();
  const size = { width: 640, height: 600 };
  assert.equal(describe(scene, size), "Turtle drawing, 640 by 600: empty.");

  scene.apply(line(1, [0, 0, 10, 0, 10, 10, 10, 10]));
  scene.apply(line(2, [5, 5, 5, 5]));
  scene.apply(line(3, [0, 0, 9, 9], ""));
  scene.apply({ type: "polygon", id: 4, fill: "#ff0000", outline: "", width: 1, points: [0, 0, 1, 1, 2, 0] });
  scene.apply({ type: "polygon", id: 5, fill: "#ff0000", outline: "#000000", width: 1, points: [0, 0, 1, 1, 2, 0] });
  scene.apply({ type: "text", id: 6, colour: "#000000", anchor: "sw", font: FONT, text: "Hello", points: [0, 0] });

  assert.equal(describe(scene, size),
    "Turtle drawing, 640 by 600: 2 lines, 1 dot, 1 filled shape, 1 turtle or stamp, 1 text. The text says “Hello”.");
});
