// From Ruff's findings to the problems that a learner sees: few, in plain words, one at a place. Pure, given a Ruff.

import { RULES, isBesideThePoint } from "./rules.js";
import { Lines, scan } from "./source.js";
import { syntaxWords } from "./syntax-words.js";

/** @import { Severity } from "./rules.js" */
/** @import { BracketFault, Scan } from "./source.js" */

/**
 * Offsets count UTF-16 units. `code` is Ruff's, `syntax` for what cannot be read.
 * @typedef {{from: number, to: number, severity: Severity, code: string, message: string}} Problem
 * @typedef {{row: number, column: number}} Location
 * @typedef {{code: string | null, message: string, tags: readonly string[], start_location: Location, end_location: Location}} Finding
 * @typedef {{check: (text: string) => Finding[]}} Ruff
 * @typedef {{from: number, to: number, code: string, message: string}} Located
 */

/** What Ruff is asked for. Lines of any length: style is nobody's business here. */
export const RUFF_OPTIONS = Object.freeze({ "target-version": "py314", lint: { select: Object.keys(RULES) } });
export const SYNTAX = "syntax";
const MOST = 40; // problems shown of one file
const LONGEST_WORD = 80;

export class Checker {
  /** @param {Ruff} ruff made with RUFF_OPTIONS, positions in UTF-16 */
  constructor(ruff) {
    this.ruff = ruff;
  }

  /**
   * @param {string} text of a Python file @param {readonly string[]} modules of the project, by the name they are imported with
   * @returns {Problem[]} in order; of several syntax errors the first, as Python itself does it
   */
  check(text, modules) {
    const lines = new Lines(text);
    const found = this.ruff.check(text).filter((finding) => !isBesideThePoint(finding, modules)).map((finding) => ({
      from: lines.offset(finding.start_location),
      to: lines.offset(finding.end_location),
      code: finding.code && finding.code !== "invalid-syntax" ? finding.code : SYNTAX,
      message: finding.message,
    }));
    const seen = scan(text);
    const syntax = found.filter(({ code }) => code === SYNTAX);
    const rest = found.filter(({ code }) => Object.hasOwn(RULES, code));
    const problems = worded(rest, text, seen);
    if (syntax.length > 0) problems.push(syntaxProblem(syntax, lines, seen.faults));
    problems.sort((a, b) => a.from - b.from || weight(a) - weight(b));
    return problems.filter((one, at) => at === 0 || one.from !== problems[at - 1].from).slice(0, MOST);
  }
}

/** @param {Problem} problem @returns {number} smaller is more urgent */
function weight({ severity }) {
  return ["error", "warning", "hint"].indexOf(severity);
}

/** @param {Located[]} found @param {string} text @param {Scan} seen @returns {Problem[]} */
function worded(found, text, seen) {
  const undefinedNames = new Set(found.filter(({ code }) => code === "F821").map(({ from, to }) => text.slice(from, to)));
  const names = new Set([...seen.names].filter((name) => !undefinedNames.has(name)));
  return found.map(({ from, to, code, message }) => {
    const { severity, words } = RULES[code];
    const line = /from line (\d+)/.exec(message)?.[1] ?? "";
    return { from, to, severity, code, message: words({ text: text.slice(from, to), message, line, names }) };
  });
}

/** @param {Located[]} errors in order, at least one @param {Lines} lines @param {BracketFault[]} faults @returns {Problem} */
function syntaxProblem(errors, lines, faults) {
  const [first] = errors;
  const fault = guilty(faults, first, lines);
  const quote = errors.find((error) => /closing quote/.test(error.message) && lines.around(error.from).number === lines.around(first.from).number);
  if (quote && quote !== first && /["']\w*$/.test(lines.text.slice(0, first.from))) return problem(first, lines, APOSTROPHE);
  if (fault && !quote) return { from: fault.at, to: fault.at + 1, severity: "error", code: SYNTAX, message: bracketWords(fault) };
  return problem(quote ?? first, lines);
}

const APOSTROPHE = "The text ends at the quote before this. Text with an apostrophe goes between double quotes: `\"it's\"`.";

/** The bracket that explains an error, if one does. @param {BracketFault[]} faults @param {Located} error @param {Lines} lines */
function guilty(faults, error, lines) {
  if (/[Ii]nden|quote|token/.test(error.message)) return undefined;
  const open = faults.findLast(({ kind, at }) => kind === "unclosed" && at < error.from);
  const near = faults.find(({ kind, at }) => kind !== "unclosed" && lines.around(at).number === lines.around(error.from).number && at <= error.to);
  return near ?? open;
}

/** @param {BracketFault} fault @returns {string} */
function bracketWords({ kind, bracket, opener }) {
  if (kind === "unclosed") return `This \`${bracket}\` is never closed.`;
  return kind === "unopened" ? `This \`${bracket}\` closes nothing: it has no partner before it.` : `This \`${bracket}\` cannot close \`${opener}\`.`;
}

/** @param {Located} error @param {Lines} lines @param {string} [words] @returns {Problem} */
function problem(error, lines, words) {
  const line = lines.around(error.from);
  const at = error.from - line.from;
  const after = line.text.slice(at);
  const place = { message: error.message, line: line.text, before: line.text.slice(0, at), after, token: /^\w+/.exec(after)?.[0] ?? "" };
  return { ...visible(error, lines), severity: "error", code: SYNTAX, message: words ?? syntaxWords(place) };
}

/**
 * A range in one line with something to underline: what is missing at the end is marked at the last word before.
 * @param {Located} error @param {Lines} lines
 */
function visible({ from, to }, lines) {
  const line = lines.around(from);
  const end = line.from + line.text.length;
  if (from === line.from && /^\s+\S/.test(line.text)) return { from, to: end }; // its indentation is wrong
  const last = Math.min(to, end);
  if (lines.text.slice(from, last).trim()) return { from, to: last };
  const before = lines.text.slice(0, from).trimEnd();
  const word = /(\w+|\S)$/.exec(before.slice(-LONGEST_WORD))?.[0] ?? "";
  return word ? { from: before.length - word.length, to: before.length } : { from, to: Math.min(from + 1, lines.text.length) };
}
