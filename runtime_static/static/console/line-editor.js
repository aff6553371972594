// One line of a terminal: what carriage returns, backspaces and colour codes do to it. Pure; no DOM.

/** @typedef {{text: string, style: string}} Run a stretch of text in one style; the style is a list of class names */
/** @typedef {{runs: Run[], cursor: number}} Line */

const COLOURS = Object.freeze(["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]);
const BELL = "\u0007";
const BACKSPACE = "\b";
const CONTROL_PICTURES = 0x2400;

/** What text must hold before anything but plain appending is needed. */
// eslint-disable-next-line no-control-regex -- control characters are the subject
export const HAS_CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
// A whole escape sequence: CSI (colours, cursor), OSC (titles, links), or a short one.
// eslint-disable-next-line no-control-regex
export const ESCAPE = /\u001b(?:\[([0-9;:?]*)[ -/]*([@-~])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[^[\]])/y;
/** The beginning of a sequence at the end of a chunk; the rest comes with the next one. */
// eslint-disable-next-line no-control-regex
export const OPEN_ESCAPE = /\u001b(?:\[[0-9;:?]*[ -/]*|\][^\u0007\u001b]{0,200}\u001b?)?$/;

/**
 * The style after a "select graphic rendition" sequence.
 * @param {string} style class names so far @param {string} parameters as "1;31" @returns {string}
 */
export function nextStyle(style, parameters) {
  let names = style ? style.split(" ") : [];
  for (const code of (parameters || "0").split(/[;:]/).map(Number)) {
    if (code === 0) names = [];
    else if (code === 1) names = [...names.filter((name) => name !== "ansi-bold"), "ansi-bold"];
    else if (code === 22) names = names.filter((name) => name !== "ansi-bold");
    else if (code === 39) names = names.filter((name) => name === "ansi-bold");
    else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) {
      names = [...names.filter((name) => name === "ansi-bold"), `ansi-${COLOURS[code % 10]}`];
    }
  }
  return names.join(" ");
}

/** A line whose characters can be overwritten. */
export class LineEditor {
  /** @param {Run[]} runs what stands on the line already */
  constructor(runs) {
    /** @type {{character: string, style: string}[]} */
    this.cells = runs.flatMap(({ text, style }) => Array.from(text, (character) => ({ character, style })));
    this.cursor = this.cells.length;
  }

  /** @param {string} character one code point @param {string} style */
  put(character, style) {
    if (character === "\r") this.cursor = 0;
    else if (character === BACKSPACE) this.cursor = Math.max(0, this.cursor - 1);
    else if (character !== BELL) this.cells[this.cursor++] = { character: visible(character), style };
  }

  /** Forget what stands right of the cursor ("erase in line"). */
  eraseToEnd() {
    this.cells.length = Math.min(this.cells.length, this.cursor);
  }

  /** @returns {Run[]} */
  get runs() {
    /** @type {Run[]} */
    const runs = [];
    for (const { character, style } of this.cells) {
      const last = runs.at(-1);
      if (last && last.style === style) last.text += character;
      else runs.push({ text: character, style });
    }
    return runs;
  }
}

/** @param {string} character @returns {string} a picture where it is a control character */
function visible(character) {
  const code = character.charCodeAt(0);
  if (code < 0x20 && code !== 9) return String.fromCharCode(CONTROL_PICTURES + code);
  return code >= 0x7f && code <= 0x9f ? "\u2421" : character;
}
