import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { KEPT_CHARACTERS, LONGEST_LINE, Transcript } from "../../../runtime_static/static/console/transcript.js";

/** @param {Transcript} transcript @returns {string} all that it holds, as one text */
function shown(transcript) {
  const lines = transcript.entries.flatMap((entry) => (entry.kind === "lines" ? entry.runs : []));
  return [...lines, ...transcript.tail].map((run) => run.text).join("");
}

/** @param {...string} chunks @returns {Transcript} */
function written(...chunks) {
  const transcript = new Transcript();
  for (const chunk of chunks) transcript.write("", chunk);
  return transcript;
}

describe("lines", () => {
  test("text without a line's end stays open", () => {
    const transcript = written("Name? ");

    assert.equal(transcript.entries.length, 0);
    assert.deepEqual(transcript.tail, [{ text: "Name? ", style: "" }]);
  });

  test("chunks join into the same text", () => {
    assert.equal(shown(written("a", "b\nc", "\nd\n", "\n", "é😀")), "ab\nc\nd\n\né😀");
  });

  test("streams keep their style on one line", () => {
    const transcript = new Transcript();

    transcript.write("", "out ");
    transcript.write("console-stderr", "err\n");

    assert.deepEqual(transcript.entries[0], {
      kind: "lines", size: 8, runs: [{ text: "out ", style: "" }, { text: "err\n", style: "console-stderr" }],
    });
  });

  test("Windows line ends are one line end, even when cut in two", () => {
    assert.equal(shown(written("a\r\nb\r", "\nc")), "a\nb\nc");
  });

  test("an endless line is broken and loses nothing", () => {
    const transcript = written("x".repeat(LONGEST_LINE * 3 + 5));

    const lines = shown(transcript).split("\n");
    assert.deepEqual(lines.map((line) => line.length), [LONGEST_LINE, LONGEST_LINE, LONGEST_LINE, 5]);
  });

  test("an endless line in small pieces is broken too", () => {
    const transcript = new Transcript();

    for (let i = 0; i < 30; i++) transcript.write("", "y".repeat(1_000));

    assert.ok(shown(transcript).split("\n").every((line) => line.length <= LONGEST_LINE));
    assert.equal(shown(transcript).replaceAll("\n", "").length, 30_000);
  });
});

describe("control characters", () => {
  test("a carriage return writes over the line", () => {
    assert.equal(shown(written("10%", "\r", "20%", "\r100%\n")), "100%\n");
  });

  test("a carriage return keeps what is not written over", () => {
    assert.equal(shown(written("abcdef\rXY")), "XYcdef");
  });

  test("a backspace goes back", () => {
    assert.equal(shown(written("abc\b\bX")), "aXc");
  });

  test("colours become styles and nothing else", () => {
    const transcript = written("\u001b[1;31mred\u001b[0m plain");

    assert.deepEqual(transcript.tail, [{ text: "red", style: "ansi-bold ansi-red" }, { text: " plain", style: "" }]);
  });

  test("a colour code that is cut in two still counts", () => {
    assert.deepEqual(written("\u001b[3", "2mok").tail, [{ text: "ok", style: "ansi-green" }]);
  });

  test("links and titles in escape sequences never show", () => {
    assert.equal(shown(written("\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007!")), "click!");
  });

  test("clearing the screen clears", () => {
    const transcript = written("old\n", "\u001b[2Jnew");

    assert.equal(transcript.entries[0].kind, "clear");
    assert.equal(shown(transcript), "new");
  });

  test("other control characters become visible", () => {
    assert.equal(shown(written("a\u0000b\u0007c")), "a\u2400bc");
  });
});

describe("a cursor that moves", () => {
  test("goes up into the lines that are finished", () => {
    assert.equal(shown(written("one\ntwo\nthree\n", "\u001b[2A\u001b[Knew\n")), "one\nnew\nthree\n");
  });

  test("comes back down to where the next line goes", () => {
    assert.equal(shown(written("a\nb\n", "\u001b[2AX\n\n", "c")), "X\nb\nc");
  });

  test("keeps its place between two writes", () => {
    assert.equal(shown(written("abc\b\b", "X")), "aXc");
  });

  test("draws a frame over the last one, and the page is asked for what it shows already", () => {
    const transcript = written("title\n", "1\n2\n");
    transcript.take(1_000);

    transcript.write("", "\u001b[H\u001b[J3\n4\n");

    assert.deepEqual(transcript.entries[0], { kind: "retract", size: 10 });
    assert.equal(shown(transcript), "3\n4\n");
  });

  test("frames that nobody has seen take no room", () => {
    const transcript = new Transcript();

    for (let frame = 0; frame < 1_000; frame++) transcript.write("", `\u001b[H${"#".repeat(50)}\n${frame}\n`);

    assert.equal(shown(transcript), `${"#".repeat(50)}\n999\n`);
    assert.ok(transcript.entries.length < 5 && transcript.waiting < 100);
  });

  test("two progress bars stay two lines", () => {
    const bar = (/** @type {number} */ n) => `\router ${n}\n\rinner ${n}\u001b[A`;

    assert.equal(shown(written(bar(1), bar(2), bar(3), "\n\ndone\n")), "outer 3\ninner 3\ndone\n");
  });

  test("goes no further up than a screen is high", () => {
    const transcript = written("x\n".repeat(100), "\u001b[500AX");

    assert.equal(shown(transcript).split("\n").indexOf("X"), 100 - 23);
  });

  test("does not go over a picture", () => {
    const transcript = written("before\n");
    transcript.add("a picture");

    transcript.write("", "\u001b[5Aafter");

    assert.equal(shown(transcript), "before\nafter");
  });

  test("places count from one, with spaces before", () => {
    assert.equal(shown(written("\u001b[2;4Hx\u001b[1;1Hy")), "y\n   x");
    assert.equal(shown(written("a\u001b[99999999999Cb")).length, 402 - 1);
  });

  test("a part of a line is erased", () => {
    assert.equal(shown(written("abcdef\u001b[3D\u001b[1K")), "    ef");
    assert.equal(shown(written("abcdef\u001b[3D\u001b[2Kx")), "   x");
  });
});

describe("limits", () => {
  test("only the newest part waits, and what is dropped is counted", () => {
    const transcript = new Transcript();
    const line = `${"z".repeat(99)}\n`;

    for (let i = 0; i < 500; i++) transcript.write("", line.repeat(100));

    const kept = shown(transcript);
    assert.ok(kept.length <= KEPT_CHARACTERS);
    assert.equal(kept.length / 100 + transcript.droppedLines, 50_000);
  });

  test("taking gives portions in order until nothing is left", () => {
    const transcript = written("a\n".repeat(50_000));
    let text = "";

    while (transcript.entries.length) {
      for (const entry of transcript.take(4_096)) if (entry.kind === "lines") text += entry.runs.map((run) => run.text).join("");
    }

    assert.equal(text.length, 100_000);
    assert.equal(transcript.waiting, 0);
  });

  test("items keep their place among the text", () => {
    const transcript = written("before");

    transcript.add("figure");
    transcript.write("", "after\n");

    assert.deepEqual(transcript.entries.map((entry) => entry.kind), ["lines", "item", "lines"]);
  });
});
