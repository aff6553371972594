// What the error card is made of, without a page.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { codeParts, foldedTraceback, placeText, spokenError, tracebackLines } from "../../../runtime_static/static/console/explanation.js";

const explanation = {
  title: "`nmae` is not defined. Did you mean `name`?", text: "Python does not know it.", hint: "Write `name`.", path: "main.py", line: 3, column: 7,
};
const traceback = { text: "Traceback", summary: "NameError: name 'nmae' is not defined", frames: [], explanation };

describe("code in a sentence", () => {
  test("stands between backticks", () => {
    assert.deepEqual(codeParts("Write `name`."), [{ text: "Write ", code: false }, { text: "name", code: true }, { text: ".", code: false }]);
  });

  test("a single backtick is a character like any other", () => {
    assert.deepEqual(codeParts("a ` b"), [{ text: "a ` b", code: false }]);
    assert.deepEqual(codeParts("`a` and ` b"), [{ text: "a", code: true }, { text: " and ` b", code: false }]);
  });

  test("markup is text", () => {
    assert.deepEqual(codeParts("<b>`<i>`"), [{ text: "<b>", code: false }, { text: "<i>", code: true }]);
  });
});

test("the place is said in words, if it is known", () => {
  assert.equal(placeText(explanation), "Line 3 of main.py");
  assert.equal(placeText({ ...explanation, path: "", line: 0 }), "");
});

test("a screen reader hears the kind, the place, what happened and what to try, without signs", () => {
  assert.equal(spokenError(traceback), "NameError, Line 3 of main.py. nmae is not defined. Did you mean name? Write name.");
  assert.equal(spokenError({ ...traceback, explanation: null }), traceback.summary);
});

describe("a long traceback", () => {
  const lines = Array.from({ length: 60 }, (_, i) => `line ${i}`);

  test("keeps its beginning and its end", () => {
    const { head, middle, tail, hiddenLines } = foldedTraceback(`${lines.join("\n")}\n`);

    assert.ok(head.startsWith("line 0\n"));
    assert.ok(tail.endsWith("line 59"));
    assert.equal(head + middle + tail, lines.join("\n"));
    assert.equal(middle.trimEnd().split("\n").length, hiddenLines);
  });

  test("a short one is left alone", () => {
    assert.deepEqual(foldedTraceback("a\nb\n"), { head: "a\nb", middle: "", tail: "", hiddenLines: 0 });
  });
});

describe("a traceback line by line", () => {
  /** @param {string} text @returns {(string | string[])[]} what is marked stands between its neighbours */
  const lines = (text) => tracebackLines(text).map(({ before, marked, after, marks }) => (marks ? [before, marked, after, marks] : before));

  test("a line of the program comes with its marks", () => {
    assert.deepEqual(lines('  File "main.py", line 2\n    1 + x[5] * 2\n        ~^^^\nIndexError'), [
      '  File "main.py", line 2', ["    1 + ", "x[5]", " * 2", "        ~^^^"], "IndexError",
    ]);
  });

  test("something may be missing behind the end of a line", () => {
    assert.deepEqual(lines("    def f()\n           ^"), [["    def f()", "", "", "           ^"]]);
  });

  test("marks belong to the line above them only when it is one of the program, and only once", () => {
    assert.deepEqual(lines("SyntaxError\n    ^^^"), ["SyntaxError", "    ^^^"]);
    assert.deepEqual(lines("    a\n    ^\n    ^"), [["    ", "a", "", "    ^"], "    ^"]);
  });

  test("below characters of two columns they stay as they are", () => {
    assert.deepEqual(lines("    '数' + 1\n    ~~~~~^~~"), ["    '数' + 1", "    ~~~~~^~~"]);
  });
});
