// Finding an exercise in the form of an assignment.

import assert from "node:assert/strict";
import { test } from "node:test";

import { foundText, matches } from "../../../assessment/static/assessment/setting-search.js";

test("an exercise is found by any of its words, in any order and spelling", () => {
  const text = "First steps  Der Müller zählt Säcke";

  for (const query of ["", "  ", "muller", "SÄCKE first", "st ül", "zahlt"]) assert.ok(matches(text, query), query);
  for (const query of ["second", "first second"]) assert.ok(!matches(text, query), query);
});

test("what was found is said in words", () => {
  assert.deepEqual([0, 1, 2].map(foundText), ["No exercise is called that.", "1 exercise", "2 exercises"]);
});
