import assert from "node:assert/strict";
import { test } from "node:test";

import { closestName, importFor } from "../../../runtime_static/static/lint/names.js";
import { Lines, scan } from "../../../runtime_static/static/lint/source.js";

test("a slip of the fingers finds its name", () => {
  for (const [typed, meant] of [["nmae", "name"], ["scor", "score"], ["playerOne", "player_one"], ["Score", "score"]]) {
    assert.equal(closestName(typed, ["name", "score", "player_one"]), meant, typed);
  }
});

test("Python's own names are found, in their own case", () => {
  assert.equal(closestName("true", []), "True");
  assert.equal(closestName("pritn", []), "print");
});

test("what is far from everything gets no suggestion", () => {
  assert.equal(closestName("wizard", ["name", "score"]), "");
  assert.equal(closestName("a", ["b"]), "");
});

test("a name that comes with an import is known", () => {
  assert.equal(importFor("math"), "import math");
  assert.equal(importFor("np"), "import numpy as np");
  assert.equal(importFor("wizard"), "");
  assert.equal(importFor("constructor"), "");
});

test("names are those of the code, not of texts, comments and attributes", () => {
  const { names } = scan('total = price.tax + len("word") # note\nx = """\nmore\n"""; größe = f\'{a}\'\n');

  assert.deepEqual([...names], ["total", "price", "len", "x", "größe"]);
});

test("brackets inside texts and comments count for nothing", () => {
  assert.deepEqual(scan("print(')') # (\nx = '[' + \"(\\\"(\"\n").faults, []);
});

test("lines end as Python's do", () => {
  const lines = new Lines("a\r\nbb\nccc");

  assert.equal(lines.offset({ row: 2, column: 2 }), 4);
  assert.deepEqual(lines.around(4), { number: 2, from: 3, text: "bb" });
  assert.deepEqual(lines.around(8), { number: 3, from: 6, text: "ccc" });
});
