// What a program sends for a drawing: what is taken, and what is left out.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DRAWING_LIMITS, readOperations } from "../../../runtime_static/static/turtle/operations.js";

/** @param {unknown} value */
const read = (value) => readOperations(new TextEncoder().encode(JSON.stringify(value)));

const FONT = ["Arial", "sans-serif", 12, false, true, false];
const GOOD = [
  ["line", 1, "#ff0000", 2, [0, 0, 10, 10]],
  ["polygon", 2, "", "#000000", 1, [0, 0, 1, 1, 2, 0]],
  ["text", 3, "#000000", "sw", FONT, "Hi", [1, 2]],
  ["image", 4, 0, [1, 2]],
  ["top", 1], ["bottom", 2], ["delete", 3], ["clear"], ["focus"],
  ["window", 640, 480, "Title", -320, -240, 640, 480],
  ["origin", -320, -240],
  ["background", "#ffffff"],
  ["wants", ["Up", ""], true, false, false],
  ["ask", "Title", "Prompt", "", ""],
];

test("every operation that the window sends is understood", () => {
  const operations = read(GOOD);

  assert.deepEqual(operations.map(({ type }) => type), GOOD.map(([type]) => type));
  assert.deepEqual(operations[0], { type: "line", id: 1, colour: "#ff0000", width: 2, points: [0, 0, 10, 10] });
  assert.deepEqual(operations[2], {
    type: "text", id: 3, colour: "#000000", anchor: "sw", text: "Hi", points: [1, 2],
    font: { family: "Arial", generic: "sans-serif", size: 12, bold: false, italic: true, underline: false },
  });
});

const HOSTILE = [
  null, 1, "line", {}, [], [["line"]], ["__proto__", 1], ["constructor"], ["toString"],
  ["line", 0, "#ff0000", 2, [0, 0]], ["line", 1.5, "#ff0000", 2, [0, 0]], ["line", "1", "#ff0000", 2, [0, 0]],
  ["line", 1, "red", 2, [0, 0]], ["line", 1, "url(x)", 2, [0, 0]], ["line", 1, "#FF00001", 2, [0, 0]],
  ["line", 1, "#ff0000", -1, [0, 0]], ["line", 1, "#ff0000", 1e9, [0, 0]], ["line", 1, "#ff0000", null, [0, 0]],
  ["line", 1, "#ff0000", 1, [0]], ["line", 1, "#ff0000", 1, ["0", 0]], ["line", 1, "#ff0000", 1, [null, 0]],
  ["line", 1, "#ff0000", 1, [1e308, 0]], ["line", 1, "#ff0000", 1, "0,0"], ["line", 1, "#ff0000", 1, { length: 2 }],
  ["line", 1, "#ff0000", 1, new Array(2 * DRAWING_LIMITS.itemPoints + 2).fill(0)],
  ["text", 1, "#000000", "sw", ["Arial\"; x", "sans-serif", 12, false, false, false], "Hi", [0, 0]],
  ["text", 1, "#000000", "sw", ["Arial", "fantasy", 12, false, false, false], "Hi", [0, 0]],
  ["text", 1, "#000000", "sw", ["Arial", "serif", 1e6, false, false, false], "Hi", [0, 0]],
  ["text", 1, "#000000", "__proto__", FONT, "Hi", [0, 0]], ["text", 1, "#000000", "sw", FONT, 5, [0, 0]],
  ["text", 1, "#000000", "sw", FONT, "x".repeat(DRAWING_LIMITS.textCharacters + 1), [0, 0]],
  ["image", 1, -1, [0, 0]], ["image", 1, "data:", [0, 0]], ["image", 1, 1, [0, 0, 1, 1]],
  ["window", 0, 10, "", 0, 0, 10, 10], ["window", 1e5, 10, "", 0, 0, 10, 10], ["window", 10, 10, "", 0, 0, 1e6, 10],
  ["window", 10, 10, { toString: 1 }, 0, 0, 10, 10], ["background", ""], ["background", "javascript:"],
  ["wants", "Up", true, true, true], ["wants", [1], true, true, true], ["wants", [], 1, true, true],
  ["wants", new Array(DRAWING_LIMITS.keys + 1).fill("a"), true, true, true], ["wants", ["x".repeat(21)], true, true, true],
  ["ask", "x".repeat(501), "", "", ""], ["ask", "", "", ""],
];

test("what makes no sense is left out, and what stands beside it stays", () => {
  for (const operation of HOSTILE) {
    assert.deepEqual(read([operation, ["clear"]]), [{ type: "clear" }], JSON.stringify(operation)?.slice(0, 80));
  }
});

test("bytes that are no list of operations give none", () => {
  const encoder = new TextEncoder();

  assert.deepEqual(readOperations(encoder.encode("[[\"clear\"]")), []);
  assert.deepEqual(readOperations(encoder.encode("{\"length\": 1}")), []);
  assert.deepEqual(readOperations(new Uint8Array([0x5b, 0xff, 0x5d])), []);
  assert.deepEqual(read(new Array(DRAWING_LIMITS.operations + 1).fill(["clear"])), []);
});
