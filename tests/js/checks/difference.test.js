// Marks that can be seen, also where what is missing is a space or a line.

import assert from "node:assert/strict";
import { test } from "node:test";

import { bothSides } from "../../../runtime_static/static/checks/difference.js";

test("each side has its own pieces", () => {
  const { expected, got } = bothSides([["same", "Hello, "], ["missing", "Ada"], ["extra", "ada"], ["same", "!\n"]]);

  assert.deepEqual(expected, [{ text: "Hello, ", marked: false }, { text: "Ada", marked: true }, { text: "!\n", marked: false }]);
  assert.deepEqual(got, [{ text: "Hello, ", marked: false }, { text: "ada", marked: true }, { text: "!\n", marked: false }]);
});

test("spaces and line ends that differ have a sign", () => {
  const { expected, got } = bothSides([["missing", " "], ["extra", "a b\n"], ["extra", "\n"]]);

  assert.deepEqual(expected.map(({ text }) => text), ["·"]);
  assert.deepEqual(got.map(({ text }) => text), ["a b↵\n", "↵\n"]);
});
