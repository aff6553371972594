// The text of the console as elements: blocks of many lines, of which the oldest can be dropped at once.

import { partsOf } from "./text-style.js";
import { countLines } from "./transcript.js";

/** @typedef {{text: string, style: string}} Run */

const BLOCK_CHARACTERS = 6_000;
/** From here on only the blocks in view are laid out; until then all text is there for copying and searching at once. */
const LONG_LINES = 6_000;
const LONG_CHARACTERS = 400_000;

/** Appends runs, replaces the unfinished line, and drops the oldest blocks. */
export class Blocks {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {{element: HTMLElement, size: number, lines: number}[]} everything that is shown, oldest first */
    this.shown = [];
    /** @type {HTMLElement | null} the block that still takes text */
    this.open = null;
    this.tail = document.createElement("span");
    this.tail.className = "console-tail";
    this.total = 0;
    this.lines = 0;
  }

  /** Take everything away but what is to stay. @param {(element: HTMLElement) => boolean} [stays] */
  clear(stays = () => false) {
    const [kept, gone] = [this.shown.filter(({ element }) => stays(element)), this.shown.filter(({ element }) => !stays(element))];
    for (const { element } of gone) element.remove();
    this.shown = kept;
    this.open = null;
    this.total = 0;
    this.lines = 0;
    this.root.classList.remove("console-long");
    this.tail.replaceChildren();
  }

  /** @param {Run[]} runs finished lines @param {number} size in characters */
  append(runs, size) {
    const block = this.#block();
    for (const run of runs) addRun(block, run, this.tail);
    this.#grow(size, countLines(runs));
    if (this.lines > LONG_LINES || this.total > LONG_CHARACTERS) this.root.classList.add("console-long");
    if ((this.shown.at(-1)?.size ?? 0) > BLOCK_CHARACTERS) this.#seal();
  }

  /** Take finished text back, from its end. @param {number} size in characters */
  retract(size) {
    let left = size;
    for (let block = this.#lastText(); block && left > 0; block = this.#lastText()) {
      const last = lastText(block, this.tail);
      if (!last) {
        this.#drop();
        continue;
      }
      const removed = last.data.slice(-left);
      last.deleteData(last.length - removed.length, removed.length);
      if (!last.length) last.parentElement?.remove();
      this.#grow(-removed.length, -countLines([{ text: removed, style: "" }]));
      left -= removed.length;
    }
  }

  /** @param {Run[]} runs the line that is still being written */
  showTail(runs) {
    if (!runs.length && !this.tail.hasChildNodes()) return;
    this.#block();
    this.tail.replaceChildren(...runs.map(runElement));
  }

  /** Put an element between the text so far and what comes. @param {HTMLElement} element @param {number} size */
  insert(element, size) {
    this.#seal();
    this.root.append(element);
    this.shown.push({ element, size: 0, lines: 0 });
    this.#grow(size, 0);
  }

  /** Where the input field belongs: at the end of the line. @returns {HTMLElement} */
  lastLine() {
    return this.#block();
  }

  /** @param {number} limit characters @returns {HTMLElement[]} what was removed to keep to it */
  trim(limit) {
    const removed = [];
    while (this.total > limit && this.shown.length > 1) {
      const { element, size } = this.shown[0];
      this.shown.shift();
      this.total -= size;
      element.remove();
      removed.push(element);
    }
    return removed;
  }

  /** @returns {HTMLElement} the open block */
  #block() {
    if (this.open) return this.open;
    this.open = document.createElement("div");
    this.open.className = "console-block";
    this.open.append(this.tail);
    this.root.append(this.open);
    this.shown.push({ element: this.open, size: 0, lines: 0 });
    return this.open;
  }

  /** Close the open block. Its last line end would show as an empty line, but belongs to the text: it is hidden. */
  #seal() {
    if (!this.open) return;
    this.tail.remove();
    this.tail.replaceChildren();
    const last = lastText(this.open, null);
    if (last?.data.endsWith("\n")) {
      last.data = last.data.slice(0, -1);
      const end = document.createElement("span");
      end.hidden = true;
      end.textContent = "\n";
      this.open.append(end);
    }
    this.open.classList.add("console-block-closed");
    this.open.style.setProperty("--lines", String(this.shown.at(-1)?.lines));
    this.open = null;
  }

  /** @returns {HTMLElement | null} the block at the end, open again; nothing when something else than text stands there */
  #lastText() {
    if (this.open) return this.open;
    const element = this.shown.at(-1)?.element;
    if (!element?.classList.contains("console-block")) return null;
    const end = element.querySelector(":scope > [hidden]");
    if (end) {
      end.remove();
      lastText(element, null)?.appendData("\n");
    }
    element.classList.remove("console-block-closed");
    element.append(this.tail);
    this.open = element;
    return element;
  }

  /** Take the open block away; nothing stands in it any more. */
  #drop() {
    this.tail.remove();
    this.open?.remove();
    this.shown.pop();
    this.open = null;
  }

  /** @param {number} size @param {number} lines */
  #grow(size, lines) {
    const last = this.shown[this.shown.length - 1];
    last.size += size;
    last.lines += lines;
    this.total += size;
    this.lines += lines;
  }
}

/** @param {HTMLElement} block @param {Run} run @param {Node} before */
function addRun(block, run, before) {
  const last = before.previousSibling;
  if (last && styleOf(last) === run.style && last.lastChild instanceof Text) last.lastChild.appendData(run.text);
  else block.insertBefore(runElement(run), before);
}

/** @param {Run} run @returns {HTMLElement} */
function runElement({ text, style }) {
  const element = document.createElement("span");
  const { names, text: colour, ground } = partsOf(style);
  if (names) element.className = names;
  if (colour) element.style.color = colour;
  if (ground) element.style.backgroundColor = ground;
  element.textContent = text;
  return element;
}

/** @param {Node} node @returns {string | null} null where the program chose a colour of its own */
function styleOf(node) {
  return node instanceof HTMLElement && !node.getAttribute("style") ? node.className : null;
}

/** @param {HTMLElement} element @param {HTMLElement | null} before @returns {Text | null} the last text in it, or before its child */
function lastText(element, before) {
  const last = (before ? before.previousSibling : element.lastChild)?.lastChild;
  return last instanceof Text ? last : null;
}
