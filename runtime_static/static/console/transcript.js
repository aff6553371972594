// What the console holds: finished lines, the line that is still being written, and how much of the past is kept. Pure.

import { ESCAPE, HAS_CONTROLS, LineEditor, OPEN_ESCAPE, nextStyle } from "./line-editor.js";

/** Characters that are kept; what is older is dropped. */
export const KEPT_CHARACTERS = 1_000_000;
/** A longer line is broken: browsers lay out one endless line very slowly. */
export const LONGEST_LINE = 10_000;
/** Lines are handed on in stretches of this many characters: what is laid out at once stays small. */
const LONGEST_STRETCH = 6_000;

/** @typedef {{text: string, style: string}} Run */
/** @typedef {{kind: "lines", runs: Run[], size: number} | {kind: "clear"} | {kind: "item", item: unknown}} Entry */

/** Collects entries until the page has time to show them. */
export class Transcript {
  constructor() {
    /** @type {Entry[]} */
    this.entries = [];
    /** @type {Run[]} the line that has no end yet */
    this.tail = [];
    this.tailChanged = false;
    /** Lines that nobody will see, because newer ones came too fast. */
    this.droppedLines = 0;
    this.waiting = 0;
    this.held = "";
    this.colour = "";
    this.reset();
  }

  /** Forget everything. */
  reset() {
    this.entries = [];
    this.tail = [];
    this.tailChanged = true;
    this.droppedLines = 0;
    this.waiting = 0;
    this.held = "";
    this.colour = "";
  }

  /** @returns {boolean} whether there is something to show */
  get isDirty() {
    return this.entries.length > 0 || this.tailChanged;
  }

  /** @param {string} style class of the stream, "" for plain output @param {string} text */
  write(style, text) {
    let plain = (this.held + text).replaceAll("\r\n", "\n");
    this.held = "";
    if (plain.endsWith("\r")) [plain, this.held] = [plain.slice(0, -1), "\r"]; // its "\n" may come next
    if (HAS_CONTROLS.test(plain) || this.colour) this.#writeControlled(style, plain);
    else this.#writePlain(style, plain);
    this.tailChanged = true;
  }

  /** Put something that is not text after what was written. @param {unknown} item */
  add(item) {
    this.endLine();
    this.entries.push({ kind: "item", item });
  }

  /** End the open line, if anything stands on it. */
  endLine() {
    if (this.tail.length) this.#finish([...this.tail, { text: "\n", style: "" }]);
  }

  /** @param {number} characters how much to take at most @returns {Entry[]} in order */
  take(characters) {
    let size = 0;
    let count = 0;
    while (count < this.entries.length && size < characters) {
      const entry = this.entries[count++];
      if (entry.kind === "lines") size += entry.size;
    }
    this.waiting -= size;
    return this.entries.splice(0, count);
  }

  /** @param {string} style @param {string} text without control characters */
  #writePlain(style, text) {
    let from = 0;
    for (let end = text.indexOf("\n"); from < text.length; end = text.indexOf("\n", from)) {
      const open = this.tail.reduce((sum, run) => sum + run.text.length, 0);
      const stop = this.#stretch(text, from, end, open);
      if (stop === null) {
        this.tail = append(this.tail, { text: text.slice(from), style });
        return;
      }
      this.#finish(append(this.tail, { text: stop.text, style }));
      from = stop.next;
    }
  }

  /**
   * The longest stretch of whole, short lines from `from`; or the first piece of a line that is too long.
   * @param {string} text @param {number} from @param {number} end of the first line, -1 for none
   * @param {number} open characters that stand on the line already
   * @returns {{text: string, next: number} | null} null when the rest is an unfinished line
   */
  #stretch(text, from, end, open) {
    const length = (end < 0 ? text.length : end) - from;
    if (open + length > LONGEST_LINE) {
      const next = from + Math.max(0, LONGEST_LINE - open);
      return { text: `${text.slice(from, next)}\n`, next };
    }
    if (end < 0) return null;
    let last = end;
    for (let next = text.indexOf("\n", last + 1); next >= 0; next = text.indexOf("\n", last + 1)) {
      if (next - last > LONGEST_LINE || next - from > LONGEST_STRETCH) break;
      last = next;
    }
    return { text: text.slice(from, last + 1), next: last + 1 };
  }

  /** @param {string} stream @param {string} text */
  #writeControlled(stream, text) {
    const open = OPEN_ESCAPE.exec(text);
    const end = open ? open.index : text.length;
    let line = new LineEditor(this.tail);
    for (let at = 0; at < end;) {
      ESCAPE.lastIndex = at;
      const escape = text[at] === "\u001b" ? ESCAPE.exec(text) : null;
      if (escape) {
        line = this.#obey(escape, line);
        at = ESCAPE.lastIndex;
        continue;
      }
      const character = String.fromCodePoint(/** @type {number} */ (text.codePointAt(at)));
      at += character.length;
      if (character !== "\n" && line.cells.length < LONGEST_LINE) {
        line.put(character, this.colour ? `${stream} ${this.colour}`.trim() : stream);
        continue;
      }
      this.#finish([...line.runs, { text: "\n", style: "" }]);
      line = new LineEditor([]);
      if (character !== "\n") line.put(character, stream);
    }
    this.tail = line.runs;
    this.held = text.slice(end) + this.held;
  }

  /** @param {RegExpExecArray} escape @param {LineEditor} line @returns {LineEditor} the line to go on with */
  #obey([sequence, parameters, command], line) {
    if (command === "m") this.colour = nextStyle(this.colour, parameters);
    else if (command === "K") line.eraseToEnd();
    else if ((command === "J" && /[23]/.test(parameters)) || sequence === "\u001bc") {
      this.#clear();
      return new LineEditor([]);
    }
    return line;
  }

  #clear() {
    this.entries = [{ kind: "clear" }];
    this.tail = [];
    this.waiting = 0;
  }

  /** @param {Run[]} runs that end with a line's end */
  #finish(runs) {
    const size = runs.reduce((sum, run) => sum + run.text.length, 0);
    this.entries.push({ kind: "lines", runs, size });
    this.tail = [];
    this.waiting += size;
    while (this.waiting > KEPT_CHARACTERS) this.#dropOldest();
  }

  #dropOldest() {
    const index = this.entries.findIndex((entry) => entry.kind === "lines");
    const [entry] = this.entries.splice(index, 1);
    if (entry?.kind !== "lines") return;
    this.waiting -= entry.size;
    this.droppedLines += countLines(entry.runs);
  }
}

/** @param {Run[]} runs @returns {number} */
export function countLines(runs) {
  let lines = 0;
  for (const { text } of runs) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  }
  return lines;
}

/** @param {Run[]} runs @param {Run} run @returns {Run[]} */
function append(runs, run) {
  const last = runs.at(-1);
  if (last?.style !== run.style) return [...runs, run];
  return [...runs.slice(0, -1), { text: last.text + run.text, style: run.style }];
}
