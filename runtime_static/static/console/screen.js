// The lines that a program may still change, as on the screen of a terminal: it moves a cursor over them and writes. Pure.

import { visible } from "./controls.js";

/** @typedef {{text: string, style: string}} Run a stretch of text in one style; the style is a list of class names */
/** @typedef {{character: string, style: string}} Cell */

/** Lines that the cursor can go back to. */
export const SCREEN_ROWS = 24;
const LAST_COLUMN = 400; // no cursor is sent further than this
const BELL = "\u0007";
const BACKSPACE = "\b";

/** Rows of characters, and the place where the next one goes. */
export class Screen {
  /** @param {Run[]} runs what stands on the open line @param {(rows: number) => Run[][]} fetch gives finished lines back */
  constructor(runs, fetch) {
    this.fetch = fetch;
    /** @type {Cell[][]} */
    this.rows = [cellsOf(runs)];
    this.row = 0;
    this.column = this.rows[0].length;
  }

  /** @returns {boolean} whether text can simply be appended */
  get isPlain() {
    return this.rows.length === 1 && this.column === this.rows[0].length;
  }

  /** @returns {number} characters on the cursor's line */
  get length() {
    return this.rows[this.row].length;
  }

  /** @param {string} character one code point, no line end @param {string} style */
  put(character, style) {
    if (character === "\r") this.column = 0;
    else if (character === BACKSPACE) this.column = Math.max(0, this.column - 1);
    else if (character !== BELL) {
      const cells = this.rows[this.row];
      while (cells.length < this.column) cells.push({ character: " ", style: "" });
      cells[this.column++] = { character: visible(character), style };
    }
  }

  /** Go to the next line. @returns {Run[] | null} all lines, when the cursor leaves the last of them; they are finished then */
  newLine() {
    this.column = 0;
    if (++this.row < this.rows.length) return null;
    const finished = [...runsOf(this.rows), { text: "\n", style: "" }];
    this.clear();
    return finished;
  }

  /**
   * Obey a sequence that moves the cursor or erases; others do nothing.
   * @param {string} command its letter @param {number[]} numbers its parameters, NaN for those that are left out
   */
  obey(command, [first, second]) {
    const count = Math.min(first || 1, LAST_COLUMN);
    if (command === "A" || command === "F") this.#up(count);
    else if (command === "B" || command === "E") this.#down(count);
    else if (command === "C") this.column = Math.min(this.column + count, LAST_COLUMN);
    else if (command === "D") this.column = Math.max(0, this.column - count);
    else if (command === "G") this.column = count - 1;
    else if (command === "H" || command === "f") this.#moveTo(count, Math.min(second || 1, LAST_COLUMN));
    else if (command === "K") this.#eraseInLine(first || 0);
    else if (command === "J" && !first) this.#eraseBelow();
    if (command === "E" || command === "F") this.column = 0;
  }

  /** Forget what stands here, and start at its beginning. */
  clear() {
    this.rows = [[]];
    this.row = 0;
    this.column = 0;
  }

  /** @returns {Run[]} */
  get runs() {
    return runsOf(this.rows);
  }

  /** @param {number} count */
  #up(count) {
    const above = Math.min(count - this.row, SCREEN_ROWS - this.rows.length);
    const lines = above > 0 ? this.fetch(above) : [];
    this.rows.unshift(...lines.map(cellsOf));
    this.row = Math.max(0, this.row + lines.length - count);
  }

  /** @param {number} count */
  #down(count) {
    this.row = Math.min(this.row + count, SCREEN_ROWS - 1);
    while (this.rows.length <= this.row) this.rows.push([]);
  }

  /** @param {number} row @param {number} column from 1, as terminals count */
  #moveTo(row, column) {
    this.#up(SCREEN_ROWS);
    if (row > 1) this.#down(row - 1);
    this.column = column - 1;
  }

  /** @param {number} which 0 right of the cursor, 1 left of it, 2 all */
  #eraseInLine(which) {
    const cells = this.rows[this.row];
    if (which === 0) cells.length = Math.min(cells.length, this.column);
    else if (which === 1) cells.fill({ character: " ", style: "" }, 0, this.column + 1);
    else cells.length = 0;
  }

  #eraseBelow() {
    this.#eraseInLine(0);
    this.rows.length = this.row + 1;
  }
}

/** @param {Run[]} runs @returns {Cell[]} */
function cellsOf(runs) {
  return runs.flatMap(({ text, style }) => Array.from(text, (character) => ({ character, style })));
}

/** @param {Cell[][]} rows @returns {Run[]} */
function runsOf(rows) {
  /** @type {Run[]} */
  const runs = [];
  const cells = rows.flatMap((row, i) => (i ? [{ character: "\n", style: "" }, ...row] : row));
  for (const { character, style } of cells) {
    const last = runs.at(-1);
    if (last && last.style === style) last.text += character;
    else runs.push({ text: character, style });
  }
  return runs;
}
