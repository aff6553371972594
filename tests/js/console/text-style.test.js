import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { nextStyle, partsOf } from "../../../runtime_static/static/console/text-style.js";

describe("the style after a sequence", () => {
  for (const [before, codes, after] of [
    ["", "31", "ansi-red"],
    ["ansi-red", "32", "ansi-green"],
    ["ansi-red", "1;4", "ansi-red ansi-bold ansi-underlined"],
    ["ansi-red ansi-bold", "22", "ansi-red"],
    ["ansi-red ansi-bold", "39", "ansi-bold"],
    ["ansi-red", "44", "ansi-red ansi-on-blue"],
    ["ansi-red ansi-on-blue", "49", "ansi-red"],
    ["ansi-red ansi-on-blue", "", ""],
    ["", "91;103", "ansi-red ansi-on-yellow"],
    ["", "38;5;1", "ansi-red"],
    ["", "38;5;208", "ansi-text-ff8700"],
    ["", "48;5;244", "ansi-on-808080"],
    ["ansi-text-ff8700", "38;2;255;0;10;1", "ansi-text-ff000a ansi-bold"],
    ["", "38;2;999;-1;x", "ansi-text-ff0000"],
    ["", "38;5;999", ""],
    ["", "38", ""],
    ["ansi-red", "58;99;7", "ansi-red ansi-inverse"],
  ]) {
    test(`${before || "nothing"} and ${codes || "a reset"}`, () => {
      assert.equal(nextStyle(before, codes), after);
    });
  }
});

describe("what the page makes of a style", () => {
  test("names are classes", () => {
    assert.deepEqual(partsOf("console-stderr ansi-red"), { names: "console-stderr ansi-red", text: "", ground: "" });
  });

  test("exact colours are taken out", () => {
    assert.deepEqual(partsOf("ansi-bold ansi-text-ff8700"), { names: "ansi-bold", text: "#ff8700", ground: "" });
  });

  test("text on an exact ground can be read", () => {
    assert.equal(partsOf("ansi-on-ffff00").text, "#000000");
    assert.equal(partsOf("ansi-on-000080").text, "#ffffff");
    assert.equal(partsOf("ansi-on-000080 ansi-text-00ff00").text, "#00ff00");
  });
});
