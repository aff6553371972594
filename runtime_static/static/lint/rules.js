// Which of Ruff's rules are shown to learners, how urgent each is, and our words for it. Few, and none about style. Pure.

import { closestName, importFor, isBuiltIn } from "./names.js";

/**
 * `error`: the program will not run, or not past this place. `warning`: it runs and hardly does what was meant. `hint`: worth a look.
 * @typedef {"error" | "warning" | "hint"} Severity
 * `text` is what is marked, `message` Ruff's words, `line` the number of the line in them, `names` those of the program.
 * @typedef {{text: string, message: string, line: string, names: Set<string>}} Found
 * @typedef {{severity: Severity, words: (found: Found) => string}} Rule
 */

/** @param {(found: Found) => string} words @returns {Rule} */
const error = (words) => ({ severity: "error", words });
/** @param {(found: Found) => string} words @returns {Rule} */
const warning = (words) => ({ severity: "warning", words });

/** @type {(found: Found) => string} */
function undefinedName({ text, names }) {
  const line = importFor(text);
  if (line) return `\`${text}\` is not defined. Did you forget \`${line}\`?`;
  const meant = closestName(text, names);
  return meant ? `\`${text}\` is not defined. Did you mean \`${meant}\`?` : `\`${text}\` is not defined. Check the spelling, or give it a value before this line.`;
}

/** @type {(found: Found) => string} */
function twice({ text, message, line }) {
  const first = line ? ` in line ${line}` : "";
  return /\bimport/.test(message) ? `\`${text}\` is imported a second time.` : `\`${text}\` is already there${first}. This one replaces it.`;
}

/** @type {(found: Found) => string} */
function unusedImport({ message }) {
  const name = /^`([^`]+)`/.exec(message)?.[1] ?? "This";
  return `\`${name.replace(/\.\*$/, "")}\` is imported and not used yet.`;
}

/** @type {(found: Found) => string} */
function doesNothing({ text }) {
  if (isBuiltIn(text) || /^\w+(?:\.\w+)+$/.test(text)) return `This line does nothing. To call it, add brackets: \`${text}()\`.`;
  return "This line does nothing with its value. To show it, use `print(…)`.";
}

/** @type {Readonly<Record<string, Rule>>} by Ruff's code */
export const RULES = Object.freeze({
  F821: error(undefinedName),
  F823: error(({ text }) =>
    `\`${text}\` gets a value in this function, so it is the function's own and has none here yet. To change the one outside, write \`global ${text}\` first.`),
  F401: { severity: "hint", words: unusedImport },
  F404: error(() => "`from __future__` stands at the very top of a file."),
  F601: warning(({ text }) => `The key \`${text}\` stands here twice. Only the last one counts.`),
  F631: warning(() => "This is always true, because of the brackets. Write `assert condition, \"message\"` without them."),
  F632: warning(() => "`is` asks for the very same object. To compare values, use `==` or `!=`."),
  F634: warning(() => "This is always true: a comma makes it a tuple. Use `and` or `or`."),
  F701: error(() => "`break` works only inside a loop."),
  F702: error(() => "`continue` works only inside a loop."),
  F704: error(() => "`yield` works only inside a function."),
  F706: error(() => "`return` works only inside a function. Is this line indented far enough?"),
  F707: error(() => "A plain `except:` takes everything, so it comes last."),
  F811: warning(twice),
  B015: warning(() => "This compares and forgets the answer. To give a value, write one `=`."),
  B018: warning(doesNothing),
  PLE0115: error(({ text }) => `\`${text}\` cannot be both \`global\` and \`nonlocal\`.`),
  PLE0117: error(({ text }) => `There is no \`${text}\` in a function around this one. At the top level it would be \`global ${text}\`.`),
  PLE0118: error(({ text }) => `\`${text}\` is used before the line \`global ${text}\`. Write that line first.`),
});

/** Modules that are imported for what they do when they are imported. */
const FOR_EFFECT = new Set(["this", "antigravity"]);

/**
 * Whether a finding of Ruff is right in principle and wrong here.
 * @param {{code: string | null, message: string, tags: readonly string[]}} finding @param {readonly string[]} modules of the project
 * @returns {boolean}
 */
export function isBesideThePoint({ code, message }, modules) {
  if (code === "F704") return message.startsWith("`await`"); // it works here, outside functions too
  if (code !== "F401") return false;
  const name = /^`([^`]+)`/.exec(message)?.[1] ?? "";
  return FOR_EFFECT.has(name) || modules.includes(name); // a file of one's own runs by being imported
}
