import assert from "node:assert/strict";
import { test } from "node:test";

import { toShow } from "../../../runtime_static/static/editor/problem-choice.js";

const TEXT = "print(nmae)\nif x\n";
const slice = (/** @type {number} */ from, /** @type {number} */ to) => TEXT.slice(from, to);
const NAME = { from: 6, to: 10, severity: /** @type {const} */ ("error"), code: "F821", message: "`nmae` is not defined." };
const COLON = { from: 15, to: 16, severity: /** @type {const} */ ("error"), code: "syntax", message: "A `:` is missing." };
const SECOND_LINE = { from: 12, to: 16 };

test("everything is shown when nobody types", () => {
  const { shown, held } = toShow([NAME, COLON], { marked: [], line: null, slice });

  assert.deepEqual(shown.map(({ text }) => text), ["nmae", "x"]);
  assert.equal(held, false);
});

test("what is new in the line that is being typed waits", () => {
  const { shown, held } = toShow([NAME, COLON], { marked: [], line: SECOND_LINE, slice });

  assert.deepEqual(shown.map(({ code }) => code), ["F821"]);
  assert.equal(held, true);
});

test("what was marked before stays while its line is being typed", () => {
  const { shown, held } = toShow([COLON], { marked: [{ ...COLON, text: "x" }], line: SECOND_LINE, slice });

  assert.deepEqual([shown.length, held], [1, false]);
});

test("while the file cannot be read, the marks of before stay where their text does", () => {
  const gone = { ...NAME, from: 0, to: 5, text: "pritn" };

  const { shown } = toShow([COLON], { marked: [gone, { ...NAME, text: "nmae" }], line: null, slice });

  assert.deepEqual(shown.map(({ from }) => from), [6, 15]);
});

test("when the file can be read, old marks count for nothing", () => {
  assert.deepEqual(toShow([], { marked: [{ ...NAME, text: "nmae" }], line: null, slice }), { shown: [], held: false });
});
