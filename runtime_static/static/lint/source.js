// What can be told about Python source without parsing it: lines, names, and brackets without a partner. Pure.

const TOKEN = /#.*|(?:\b[a-zA-Z]{1,2})?("""|'''|["'])|[\p{L}_][\p{L}\p{N}_]*|[()[\]{}]/gu;
/** @type {Readonly<Record<string, string>>} */
const PARTNER = Object.freeze({ ")": "(", "]": "[", "}": "{" });

/**
 * A bracket: `unclosed` has no end, `unopened` no beginning, `mismatched` ends another kind of bracket (`opener`).
 * @typedef {{kind: "unclosed" | "unopened" | "mismatched", at: number, bracket: string, opener?: string}} BracketFault
 * @typedef {{names: Set<string>, faults: BracketFault[]}} Scan
 */

/** @param {string} text @returns {Scan} names that stand in the code (no attributes), and the faults of its brackets in order */
export function scan(text) {
  const names = new Set();
  /** @type {BracketFault[]} */
  const faults = [];
  /** @type {{bracket: string, at: number}[]} */
  const open = [];
  const token = new RegExp(TOKEN);
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [word, quote] = found;
    const at = found.index;
    if (quote) token.lastIndex = endOfString(text, at + word.length, quote);
    else if ("([{".includes(word)) open.push({ bracket: word, at });
    else if (word in PARTNER) {
      const opener = open.pop();
      if (!opener) faults.push({ kind: "unopened", at, bracket: word });
      else if (opener.bracket !== PARTNER[word]) faults.push({ kind: "mismatched", at, bracket: word, opener: opener.bracket });
    } else if (!word.startsWith("#") && text[at - 1] !== ".") names.add(word);
  }
  for (const { bracket, at } of open) faults.push({ kind: "unclosed", at, bracket });
  return { names, faults };
}

/** @param {string} text @param {number} from the first character inside @param {string} quote @returns {number} the offset after the string */
function endOfString(text, from, quote) {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text.startsWith(quote, at)) return at + quote.length;
    else if (text[at] === "\n" && quote.length === 1) return at;
  }
  return text.length;
}

/** Lines of a text, by number from 1. */
export class Lines {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.starts = [0];
    for (const found of text.matchAll(/\r\n?|\n/g)) this.starts.push(found.index + found[0].length);
  }

  /** @param {{row: number, column: number}} location from 1, columns in UTF-16 units @returns {number} the offset */
  offset({ row, column }) {
    const start = this.starts[Math.min(row, this.starts.length) - 1];
    return Math.min(start + column - 1, this.text.length);
  }

  /** @param {number} offset @returns {{number: number, from: number, text: string}} the line around an offset */
  around(offset) {
    let number = 1;
    while (number < this.starts.length && this.starts[number] <= offset) number += 1;
    const from = this.starts[number - 1];
    return { number, from, text: this.text.slice(from, this.starts[number]).replace(/[\r\n]+$/, "") };
  }
}
