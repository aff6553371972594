// What was expected beside what came, as pieces with marks: each piece is the same, is missing, or is one too many. Pure.

/**
 * @typedef {["same" | "missing" | "extra", string][]} Difference
 * @typedef {{text: string, marked: boolean}} Piece
 */

/** What one would not see in a marked piece: spaces and line ends get a sign. */
const SIGNS = Object.freeze({ " ": "·", "\t": "→", "\n": "↵\n" });

/** @param {string} text @returns {string} */
function visible(text) {
  return text.replace(/[ \t\n]/g, (sign) => SIGNS[/** @type {keyof typeof SIGNS} */ (sign)]);
}

/** Signs only where nothing else is to be seen: within words, spaces need none. @param {string} text @returns {string} */
function marked(text) {
  return text.trim() ? text.replace(/^[ \t\n]+|[ \t\n]+$/g, visible) : visible(text);
}

/**
 * @param {Difference} difference @param {"missing" | "extra"} kind what is marked; the other kind is left out
 * @returns {Piece[]} none where there is no such text
 */
function side(difference, kind) {
  return difference.filter(([what, text]) => (what === "same" || what === kind) && text)
    .map(([what, text]) => (what === kind ? { text: marked(text), marked: true } : { text, marked: false }));
}

/** @param {Difference} difference @returns {{expected: Piece[], got: Piece[]}} */
export function bothSides(difference) {
  return { expected: side(difference, "missing"), got: side(difference, "extra") };
}
