// Which of the problems found are marked now. Pure.

/**
 * A problem and the text that it is about, so that a mark can be told from one whose text has changed.
 * @typedef {{from: number, to: number, severity: "error" | "warning" | "hint", code: string, message: string, text: string}} Marked
 * @typedef {Omit<Marked, "text">} Problem
 * `line` is the one that is being typed, null when nobody types.
 * @typedef {{marked: readonly Marked[], line: {from: number, to: number} | null, slice: (from: number, to: number) => string}} Now
 */

const SYNTAX = "syntax";

/**
 * What is new in a line that is being typed is held back. While the file cannot be read, nothing else in it is found: the
 * marks of before stay where their text is still the same.
 * @param {readonly Problem[]} problems as found, for the text as it stands @param {Now} now
 * @returns {{shown: Marked[], held: boolean}} in order; `held` when something waits
 */
export function toShow(problems, { marked, line, slice }) {
  const known = new Set(marked.map(key));
  const isUnfinished = (/** @type {Problem} */ { from, to }) => line !== null && from <= line.to && to >= line.from;
  const found = problems.map((problem) => ({ ...problem, text: slice(problem.from, problem.to) }));
  const shown = found.filter((problem) => known.has(key(problem)) || !isUnfinished(problem));
  const places = new Set(found.map(({ from }) => from));
  const kept = problems.some(({ code }) => code === SYNTAX)
    ? marked.filter((old) => old.code !== SYNTAX && !places.has(old.from) && slice(old.from, old.to) === old.text)
    : [];
  return { shown: [...shown, ...kept].sort((a, b) => a.from - b.from), held: shown.length < found.length };
}

/** @param {Problem} problem @returns {string} */
function key({ from, code, message }) {
  return `${from} ${code} ${message}`;
}
