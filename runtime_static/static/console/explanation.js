// Errors in plain words: the parts of their texts, where they are cut when long, and what a screen reader says of them.
// Knows no document, so that `node --test` can check it.

/**
 * @typedef {{title: string, text: string, hint: string, path: string, line: number, column: number}} Explanation
 * @typedef {{text: string, summary: string, frames: {path: string, line: number}[], explanation: Explanation | null}} Traceback
 */

/** A traceback of more lines than this is folded: its beginning and its end are shown. */
const FOLDED_FROM = 30;
const HEAD_LINES = 7;
const TAIL_LINES = 15;
const SOURCE = /^ {4,}\S/;
const MARKS = /^ {4,}[~^]+$/;
/** Characters of one column each: of wider ones Python's marks count two. */
const NARROW = /^[\u0020-\u10ff]*$/;

/** @param {string} text with code between backticks @returns {{text: string, code: boolean}[]} */
export function codeParts(text) {
  // An odd backtick at the end would turn the rest into code.
  const pieces = text.split("`");
  if (pieces.length % 2 === 0) pieces.push([pieces.pop(), pieces.pop()].reverse().join("`"));
  return pieces.map((piece, i) => ({ text: piece, code: i % 2 === 1 })).filter((part) => part.text !== "");
}

/** @param {Explanation} explanation @returns {string} such as "Line 3 of main.py"; empty when the place is unknown */
export function placeText({ path, line }) {
  return path && line ? `Line ${line} of ${path}` : "";
}

/** @param {Traceback} traceback @returns {string} one or two sentences to be read aloud */
export function spokenError({ summary, explanation }) {
  if (!explanation) return summary;
  const kind = summary.split(":")[0];
  const words = [placeText(explanation) ? `${kind}, ${placeText(explanation)}.` : `${kind}.`, `${explanation.title}.`, explanation.hint];
  return words.join(" ").replaceAll("`", "").replaceAll("?.", "?").trim();
}

/** @param {string} text @returns {{head: string, middle: string, tail: string, hiddenLines: number}} `middle` is folded */
export function foldedTraceback(text) {
  const lines = text.trimEnd().split("\n");
  if (lines.length <= FOLDED_FROM) return { head: lines.join("\n"), middle: "", tail: "", hiddenLines: 0 };
  const [head, middle, tail] = [lines.slice(0, HEAD_LINES), lines.slice(HEAD_LINES, -TAIL_LINES), lines.slice(-TAIL_LINES)];
  return { head: `${head.join("\n")}\n`, middle: `${middle.join("\n")}\n`, tail: tail.join("\n"), hiddenLines: middle.length };
}

/** @typedef {{isSource: boolean, before: string, marked: string, after: string, marks: string}} TracebackLine */

/**
 * A traceback line by line. A line of the program that has marks below it (`~~^^`) comes with them, and cut where they begin and end.
 * @param {string} text @returns {TracebackLine[]}
 */
export function tracebackLines(text) {
  /** @type {TracebackLine[]} */
  const lines = [];
  for (const line of text.split("\n")) {
    const last = lines.at(-1);
    if (last?.isSource && !last.marks && MARKS.test(line) && NARROW.test(last.before)) lines[lines.length - 1] = markedLine(last.before, line);
    else lines.push({ isSource: SOURCE.test(line), before: line, marked: "", after: "", marks: "" });
  }
  return lines;
}

/** @param {string} source @param {string} marks @returns {TracebackLine} */
function markedLine(source, marks) {
  const [from, to] = [marks.search(/[~^]/), marks.length];
  return { isSource: true, before: source.slice(0, from), marked: source.slice(from, to), after: source.slice(to), marks };
}
