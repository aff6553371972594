// An error in the console: what happened in plain words, and beneath it what Python says, whose places lead to the editor.

import { codeParts, foldedTraceback, placeText, tracebackLines } from "./explanation.js";

/** @import { TracebackLine } from "./explanation.js" */
/** @typedef {{title: string, text: string, hint: string, path: string, line: number, column: number}} Explanation */
/** @typedef {{text: string, summary: string, frames: {path: string, line: number}[], explanation: Explanation | null}} Traceback */

const PLACE = /File "([^"\n]+)", line (\d+)/g;
/** The one address that explanations name. */
const CHECK_A_URL = "/check-a-url/";

/** @param {Traceback} traceback @returns {HTMLElement} */
export function errorElement(traceback) {
  const card = document.createElement("div");
  card.className = "console-error";
  if (traceback.explanation) card.append(explanationElement(traceback.explanation));
  card.append(tracebackElement(traceback));
  return card;
}

/** @param {Explanation} explanation @returns {HTMLElement} */
function explanationElement(explanation) {
  const element = document.createElement("div");
  element.className = "console-explanation";
  element.append(paragraph("console-explanation-title", explanation.title));
  const place = placeText(explanation);
  if (place) element.append(placeParagraph(place, explanation));
  if (explanation.text) element.append(paragraph("", explanation.text));
  if (explanation.hint) {
    const hint = paragraph("console-explanation-hint", explanation.hint);
    const label = document.createElement("strong");
    label.textContent = "Try this: ";
    hint.prepend(label);
    element.append(hint);
  }
  return element;
}

/** @param {string} className @param {string} text @returns {HTMLParagraphElement} */
function paragraph(className, text) {
  const element = document.createElement("p");
  if (className) element.className = className;
  for (const part of codeParts(text)) {
    if (!part.code) {
      element.append(part.text);
      continue;
    }
    const code = document.createElement("code");
    code.textContent = part.text;
    element.append(part.text === CHECK_A_URL ? inNewTab(code, part.text) : code);
  }
  return element;
}

/** @param {HTMLElement} content @param {string} address @returns {HTMLAnchorElement} a link that leaves the workspace open */
function inNewTab(content, address) {
  const link = document.createElement("a");
  Object.assign(link, { href: address, target: "_blank", rel: "noopener" });
  link.append(content);
  return link;
}

/** @param {string} text @param {Explanation} explanation @returns {HTMLParagraphElement} */
function placeParagraph(text, { path, line, column }) {
  const element = document.createElement("p");
  element.className = "console-explanation-place";
  element.append(placeButton(text, { path, line: String(line), column: String(column) }));
  return element;
}

/** @param {Traceback} traceback @returns {HTMLElement} its text; places in the student's files are buttons */
function tracebackElement({ text, frames }) {
  const element = document.createElement("div");
  element.className = "console-traceback";
  const own = new Set(frames.map((frame) => `${frame.path}:${frame.line}`));
  const { head, middle, tail, hiddenLines } = foldedTraceback(text);
  element.append(...lineParts(head, own));
  if (hiddenLines) element.append(...folded(hiddenLines, lineParts(middle, own)), ...lineParts(tail, own));
  return element;
}

/** @param {string} text @param {Set<string>} own places of the student's, as path:line @returns {(string | Node)[]} */
function lineParts(text, own) {
  /** @type {(string | Node)[]} */
  const parts = [];
  for (const [i, line] of tracebackLines(text).entries()) {
    // The row of marks is a block of its own and ends the line.
    if (i > 0 && !(parts.at(-1) instanceof HTMLDivElement)) parts.push("\n");
    if (line.isSource) parts.push(...sourceParts(line));
    else parts.push(...withPlaces(line.before, own));
  }
  return parts;
}

/** @param {TracebackLine} line @returns {Node[]} a line of the program, and Python's marks below it */
function sourceParts({ before, marked, after, marks }) {
  const source = document.createElement("span");
  source.className = "console-source";
  source.append(before);
  if (!marks) return [source];
  const mark = document.createElement("mark");
  mark.textContent = marked;
  source.append(mark, after);
  const row = document.createElement("div");
  row.className = "console-marks";
  row.setAttribute("aria-hidden", "true");
  row.textContent = marks;
  row.style.setProperty("--length", String(Math.max(before.length + marked.length + after.length, marks.length)));
  return [source, row];
}

/** @param {number} count @param {(string | Node)[]} content @returns {HTMLElement[]} a button, and what it brings out */
function folded(count, content) {
  const hidden = document.createElement("span");
  hidden.hidden = true;
  hidden.append(...content);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "console-unfold";
  button.textContent = `Show ${count} more lines`;
  button.addEventListener("click", () => {
    hidden.hidden = false;
    button.remove();
    hidden.querySelector("button")?.focus();
  });
  return [button, hidden];
}

/** @param {string} text @param {Set<string>} own places of the student's, as path:line @returns {(string | Node)[]} */
function withPlaces(text, own) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(PLACE)) {
    const [place, path, line] = match;
    if (!own.has(`${path}:${line}`)) continue;
    parts.push(text.slice(from, match.index), placeButton(place, { path, line }));
    from = match.index + place.length;
  }
  parts.push(text.slice(from));
  return parts;
}

/** @param {string} text @param {{path: string, line: string, column?: string}} place @returns {HTMLButtonElement} */
function placeButton(text, place) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "console-place";
  button.textContent = text;
  button.title = `Go to line ${place.line} of ${place.path}`;
  Object.assign(button.dataset, place);
  return button;
}
