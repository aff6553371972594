// An error in the console: what happened in plain words, and beneath it what Python says, whose places lead to the editor.

import { codeParts, foldedTraceback, placeText } from "./explanation.js";

/** @typedef {{title: string, text: string, hint: string, path: string, line: number, column: number}} Explanation */
/** @typedef {{text: string, summary: string, frames: {path: string, line: number}[], explanation: Explanation | null}} Traceback */

const PLACE = /File "([^"\n]+)", line (\d+)/g;

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
    element.append(code);
  }
  return element;
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
  element.append(...withPlaces(head, own));
  if (hiddenLines) element.append(...folded(hiddenLines, withPlaces(middle, own)), ...withPlaces(tail, own));
  return element;
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
