// What the console holds: finished lines, the line that is still being written, and how much of the past is kept. Pure.

import { ESCAPE, HAS_CONTROLS, OPEN_ESCAPE } from "./controls.js";
import { SCREEN_ROWS, Screen } from "./screen.js";
import { nextStyle } from "./text-style.js";

/** Characters that are kept; what is older is dropped. */
export const KEPT_CHARACTERS = 1_000_000;
/** A longer line is broken: browsers lay out one endless line very slowly. */
export const LONGEST_LINE = 10_000;
/** Lines are handed on in stretches of this many characters: what is laid out at once stays small. */
const LONGEST_STRETCH = 6_000;

const LINE_END = Object.freeze({ text: "\n", style: "" });

/** @typedef {{text: string, style: string}} Run */
/**
 * `retract` takes characters of finished lines back.
 * @typedef {{kind: "lines", runs: Run[], size: number} | {kind: "retract", size: number} | {kind: "clear"} |
 *   {kind: "item", item: unknown}} Entry
 */

/** Collects entries until the page has time to show them. */
export class Transcript {
  constructor() {
    /** @type {Entry[]} */
    this.entries = [];
    /** @type {Run[]} the line that has no end yet; several, where the program has moved the cursor up */
    this.tail = [];
    /** @type {Screen | null} the same with its cursor, unless that is simply at its end */
    this.screen = null;
    /** @type {Run[][]} what was finished last, enough for the lines that a cursor can go back to */
    this.recent = [];
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
    this.screen = null;
    this.recent = [];
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
    if (HAS_CONTROLS.test(plain) || this.colour || this.screen) this.#writeControlled(style, plain);
    else this.#writePlain(style, plain);
    this.tailChanged = true;
  }

  /** Put something that is not text after what was written. @param {unknown} item */
  add(item) {
    this.endLine();
    this.recent = [];
    this.entries.push({ kind: "item", item });
  }

  /** End the open line, if anything stands on it. */
  endLine() {
    if (this.tail.length) this.#finish([...this.tail, LINE_END]);
    this.screen = null;
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
    this.screen ??= new Screen(this.tail, (count) => this.#takeBack(count));
    for (let at = 0; at < end;) {
      ESCAPE.lastIndex = at;
      const escape = text[at] === "\u001b" ? ESCAPE.exec(text) : null;
      if (escape) {
        this.#obey(escape, this.screen);
        at = ESCAPE.lastIndex;
        continue;
      }
      const character = String.fromCodePoint(/** @type {number} */ (text.codePointAt(at)));
      at += character.length;
      if (character === "\n" || this.screen.length >= LONGEST_LINE) this.#newLine(this.screen);
      if (character !== "\n") this.screen.put(character, this.colour ? `${stream} ${this.colour}`.trim() : stream);
    }
    this.tail = this.screen.runs;
    if (this.screen.isPlain) this.screen = null;
    this.held = text.slice(end) + this.held;
  }

  /** @param {RegExpExecArray} escape @param {Screen} screen */
  #obey([sequence, parameters, command], screen) {
    if (command === "m") this.colour = nextStyle(this.colour, parameters);
    else if ((command === "J" && /[23]/.test(parameters)) || sequence === "\u001bc") this.#clear(screen);
    else if (command) screen.obey(command, parameters.split(";").map((number) => parseInt(number, 10)));
  }

  /** @param {Screen} screen */
  #newLine(screen) {
    const finished = screen.newLine();
    if (finished) this.#finish(finished);
  }

  /** @param {Screen} screen */
  #clear(screen) {
    this.entries = [{ kind: "clear" }];
    this.recent = [];
    this.waiting = 0;
    screen.clear();
  }

  /** Take finished lines back, so that they can be changed. @param {number} count @returns {Run[][]} as many as there are */
  #takeBack(count) {
    const lines = this.recent.flatMap(linesOf);
    const taken = lines.splice(-count);
    this.recent = lines.map((line) => [...line, LINE_END]);
    let size = taken.reduce((sum, line) => sum + sizeOf(line) + 1, 0);
    for (let last = this.entries.at(-1); size && last?.kind === "lines"; last = this.entries.at(-1)) {
      const part = Math.min(size, last.size);
      if (part === last.size) this.entries.pop();
      else this.entries[this.entries.length - 1] = { kind: "lines", runs: shortened(last.runs, part), size: last.size - part };
      this.waiting -= part;
      size -= part;
    }
    if (size) this.entries.push({ kind: "retract", size });
    return taken;
  }

  /** @param {Run[]} runs that end with a line's end */
  #finish(runs) {
    const size = sizeOf(runs);
    this.entries.push({ kind: "lines", runs, size });
    this.recent.push(runs);
    if (this.recent.length > SCREEN_ROWS) this.recent.shift();
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

/** @param {Run[]} runs @returns {number} characters */
function sizeOf(runs) {
  return runs.reduce((sum, run) => sum + run.text.length, 0);
}

/** @param {Run[]} runs finished lines @returns {Run[][]} each without its end */
function linesOf(runs) {
  /** @type {Run[][]} */
  const lines = [[]];
  for (const { text, style } of runs) {
    text.split("\n").forEach((piece, i) => {
      if (i) lines.push([]);
      if (piece) lines[lines.length - 1].push({ text: piece, style });
    });
  }
  return lines.slice(0, -1);
}

/** @param {Run[]} runs @param {number} size @returns {Run[]} without so many characters at the end */
function shortened(runs, size) {
  const kept = [...runs];
  let left = size;
  while (left > 0) {
    const { text, style } = /** @type {Run} */ (kept.pop());
    if (text.length > left) kept.push({ text: text.slice(0, -left), style });
    left -= text.length;
  }
  return kept;
}
