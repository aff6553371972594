import assert from "node:assert/strict";
import { test } from "node:test";

import { changeBetween } from "../../../runtime_static/static/editor/text-change.js";

/** @param {string} before @param {string} after */
function apply(before, after) {
  const change = changeBetween(before, after);
  return change ? before.slice(0, change.from) + change.insert + before.slice(change.to) : before;
}

test("nothing changes between equal texts", () => {
  assert.equal(changeBetween("abc", "abc"), null);
});

test("only what differs is changed", () => {
  assert.deepEqual(changeBetween("print(1)\nx\n", "print(22)\nx\n"), { from: 6, to: 7, insert: "22" });
});

test("any text becomes any other", () => {
  const texts = ["", "a", "aa", "aba", "abab", "ab\nab", "😀", "😀😀", "x😀y"];

  for (const before of texts) for (const after of texts) assert.equal(apply(before, after), after);
});
