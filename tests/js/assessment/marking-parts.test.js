import assert from "node:assert/strict";
import { test } from "node:test";

import { fitting } from "../../../assessment/static/assessment/kept-comments.js";
import { MarkingQueue } from "../../../assessment/static/assessment/marking-queue.js";

/** @param {{text: string}[]} kept */
const texts = (kept) => kept.map(({ text }) => text);
const KEPT = [
  { id: 1, text: "Name it after what it holds.", uses: 1 },
  { id: 2, text: "Good names.", uses: 4 },
  { id: 3, text: "Say why in a comment.", uses: 4 },
];

test("the most used comments that hold every word are offered", () => {
  assert.deepEqual(texts(fitting(KEPT, "")), ["Good names.", "Say why in a comment.", "Name it after what it holds."]);
  assert.deepEqual(texts(fitting(KEPT, "NAME")), ["Good names.", "Name it after what it holds."]);
  assert.deepEqual(texts(fitting(KEPT, "it name")), ["Name it after what it holds."]);
  assert.deepEqual(texts(fitting(KEPT, "Good names.")), []);
  assert.equal(fitting(Array.from({ length: 30 }, (_, id) => ({ id, text: `Text ${id}`, uses: 0 })), "").length, 6);
});

test("the queue knows its ends and keeps its order", () => {
  const queue = new MarkingQueue([4, 9, 2], 4);

  assert.deepEqual([queue.position, queue.previous, queue.next], ["1 of 3", null, 9]);
  queue.go(2);
  assert.deepEqual([queue.position, queue.previous, queue.next], ["3 of 3", 9, null]);
  queue.go(77);
  assert.equal(queue.current, 2);
});

test("a submission that is not in its list is shown first", () => {
  const queue = new MarkingQueue([4], 8);

  assert.deepEqual([queue.position, queue.next], ["1 of 2", 4]);
});
