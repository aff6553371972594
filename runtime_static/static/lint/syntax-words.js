// Our words for what Python cannot read. Ruff names the place and what it expected there; the line around it tells what was meant. Pure.

/**
 * `message`: Ruff's words. `line`: the whole line; `before` and `after`: its parts around the place; `token`: what stands at the place.
 * @typedef {{message: string, line: string, before: string, after: string, token: string}} Place
 * @typedef {{when: RegExp, and?: (place: Place) => boolean, words: string | ((place: Place) => string)}} Row
 */

const BLOCK = /^\s*(?:async\s+)?(if|elif|else|while|for|def|class|try|except|finally|with|match|case)\b/;
const CONDITION = /^\s*(?:if|elif|while)\b/;
/** @type {Readonly<Record<string, string>>} what other languages write */
const ELSEWHERE = Object.freeze({
  "function": "In Python a function begins with `def`.", "func": "In Python a function begins with `def`.", "fn": "In Python a function begins with `def`.",
  "elseif": "Python writes this `elif`.", "elsif": "Python writes this `elif`.", "switch": "Python writes this `match`.",
  "let": "In Python a name needs no `let`: write `name = value`.", "var": "In Python a name needs no `var`: write `name = value`.",
  "const": "In Python a name needs no `const`: write `name = value`.", "int": "In Python a name needs no type before it: write `name = value`.",
  "string": "In Python a name needs no type before it: write `name = value`.", "float": "In Python a name needs no type before it: write `name = value`.",
  "str": "In Python a name needs no type before it: write `name = value`.",
});

/** @param {string} text @returns {string} */
const lastWord = (text) => /(\w+)\s*$/.exec(text)?.[1] ?? "";
/** @param {string} text @returns {string} */
const firstWord = (text) => /^\s*(\w+)/.exec(text)?.[1] ?? "";

/** @type {(place: Place) => string} */
function missingColon({ line }) {
  return `A \`:\` is missing here: the line with \`${BLOCK.exec(line)?.[1]}\` ends with one.`;
}

/** @type {(place: Place) => string} */
function besideEachOther({ before, token }) {
  if (/\bprint\s*$/.test(before)) return "`print` needs brackets: `print(…)`.";
  if (Object.hasOwn(ELSEWHERE, firstWord(before))) return ELSEWHERE[firstWord(before)];
  if (/^\s*import\s/.test(before) && token === "from") return "The module comes first: `from module import name`.";
  if (/\d$/.test(before) && /^\w/.test(token)) return "A name cannot begin with a digit, and `2x` is written `2 * x`.";
  if (/^\s*import\s/.test(before)) return "The name of a module has letters, digits and `_` only.";
  return "Something is missing before this: an operator, a comma or a bracket. Or it belongs on a line of its own.";
}

/** @type {(place: Place) => string} */
function noValue({ before, after }) {
  const operator = /(\+\+|--|&&|\|\||<>|=>)$/.exec(before + after.slice(0, 1))?.[1] ?? /(\+\+|--|=>)\s*$/.exec(before)?.[1] ?? "";
  if (operator === "++" || operator === "--") return `Python has no \`${operator}\`. Write \`${firstWord(before)} ${operator[0]}= 1\`.`;
  if (operator === "&&" || after.startsWith("&")) return "Python writes `and` for this.";
  if (operator === "||" || after.startsWith("|")) return "Python writes `or` for this.";
  if (operator === "=>") return "Greater or equal is written `>=`.";
  if (after.startsWith("!")) return "Python writes `not` for this.";
  const last = /(\b(?:and|or|not|in|is|return|del|assert)|[-+*/%<>=]+)\s*$/.exec(before)?.[1];
  return last ? `After \`${last}\` something is missing.` : "Something is missing here.";
}

/** @type {(place: Place) => string} */
function noStatement({ token, after }) {
  if (["else", "elif"].includes(token)) return `This \`${token}\` has no \`if\` above it. Is it indented as far as its \`if\`?`;
  if (["except", "finally"].includes(token)) return `This \`${token}\` has no \`try\` above it. Is it indented as far as its \`try\`?`;
  if (after.startsWith(">>>")) return "The signs `>>>` belong to Python's own console. Leave them out.";
  if (after.startsWith("!")) return "Python writes `not` for this.";
  return "Python does not expect this at the start of a line.";
}

/** @type {(place: Place) => string} */
function notAName({ token, line, after }) {
  const target = after.split("=")[0].trim();
  if (["True", "False", "None"].includes(target)) return `\`${target}\` is a fixed value of Python's own. Choose another name.`;
  if (CONDITION.test(line)) return "To compare, write `==`.";
  if (/^[\w]+(?:-[\w]+)+$/.test(target)) return `A name cannot hold \`-\`. Write \`${target.replaceAll("-", "_")}\`.`;
  return /^['"\d]/.test(token || after) ? "The name comes first, then its value: `name = value`." : "Only a name can stand to the left of `=`.";
}

/** @type {(place: Place) => string} */
function strangeSign({ token, after }) {
  const sign = token || String.fromCodePoint(after.codePointAt(0) ?? 32);
  if ("“”„‘’‚«»‟".includes(sign)) return "This is a curly quote. Python wants a straight one: `\"` or `'`.";
  if ("–—−".includes(sign)) return "This is a dash. Python wants the minus sign `-`.";
  if ("×·".includes(sign)) return "Python writes `*` for times.";
  if (sign === "÷") return "Python writes `/` for divided by.";
  return `\`${sign}\` means nothing in Python outside quotes.`;
}

/** @type {readonly Row[]} the first row that fits gives the words */
const ROWS = Object.freeze([
  { when: /missing closing quote/, words: ({ after }) => `The text that begins here has no closing quote \`${/("""|'''|["'])/.exec(after)?.[1] ?? '"'}\`.` },
  { when: /unexpected token/, words: strangeSign },
  { when: /indented block after (.*)/, words: ({ message }) => `After the ${/after (.*)/.exec(message)?.[1]}, the next line is indented by four spaces.` },
  { when: /Unexpected indentation/, words: "This line is indented further than the one above it, without a reason." },
  { when: /unindent does not match|Expected dedent/, words: "This line is indented like no line above it. Lines of one block begin in the same column." },
  { when: /Expected `:`, found `=`/, and: ({ line, after }) => CONDITION.test(line) && after.startsWith("=>") , words: "Greater or equal is written `>=`." },
  { when: /Expected `:`, found `=`/, and: ({ line, after }) => CONDITION.test(line) && after.startsWith("=!"), words: "Not equal is written `!=`." },
  { when: /Expected `:`, found `=`/, and: ({ line }) => CONDITION.test(line), words: "To compare, write `==`. One `=` gives a value." },
  { when: /Expected `:`, found `if`/, and: ({ before }) => lastWord(before) === "else", words: "Python writes `else if` as `elif`." },
  { when: /Expected `:`/, and: ({ token }) => token === "then", words: "Python needs no `then`. Write `:` instead." },
  { when: /Expected `:`/, and: ({ line }) => BLOCK.test(line), words: missingColon },
  { when: /Expected `:`/, words: "Each key needs a value: `key: value`." },
  { when: /Expected `\)`, found `=`/, and: ({ line }) => /^\s*for\b/.test(line), words: "Python counts with `for i in range(10):`." },
  { when: /Expected `,`, found `(?:[-+*/%]|\/\/|\*\*)=`/, words: "This works with one name at a time." },
  { when: /Expected `,`/, words: "Something is missing before this: a comma, an operator or a quote." },
  { when: /Simple statements must be separated/, words: besideEachOther },
  { when: /Expected an expression/, and: ({ before }) => /\{\s*$/.test(before) && /\bf["']/i.test(before), words: "Between `{` and `}` stands a value." },
  { when: /Expected an expression/, words: noValue },
  { when: /Expected a statement/, words: noStatement },
  { when: /[Ii]nvalid .*target/, words: notAName },
  { when: /keyword `(\w+)`/, words: ({ message }) => `\`${/keyword `(\w+)`/.exec(message)?.[1]}\` is a word of Python's own. Here stands a name or a value.` },
  { when: /Expected an identifier/, and: ({ token }) => /^\d/.test(token), words: "A name cannot begin with a digit." },
  { when: /Expected an identifier/, and: ({ before }) => /\w\s*$/.test(before), words: ({ before }) => `\`${lastWord(before)}\` is a word of Python's own. After it comes a name.` },
  { when: /Expected an identifier/, words: "Here stands a name." },
  { when: /Expected `\(`/, words: "After the name of a function come brackets: `def name():`." },
  { when: /Expected `in`/, words: "`for` needs `in`: `for item in things:`." },
  { when: /Expected `import`/, words: "After the module comes `import`: `from module import name`." },
  { when: /symbol names after import/, words: "After `import` comes a name, without quotes." },
  { when: /Expected `except`/, words: "A `try` block needs an `except` after it." },
  { when: /Expected `else`/, words: "A value with `if` needs an `else`: `a if condition else b`." },
  { when: /Expected a parameter|Expected `\)`/, words: "Between the brackets stand names with commas between them, then comes `)`." },
  { when: /f-string: expecting `}`/, words: "In this f-string a `}` is missing, or what stands before it is not one value." },
  { when: /f-string: single `}`/, words: "This `}` has no `{`. To show the sign itself, write it twice." },
  { when: /f-string: invalid conversion/, words: "After `!` in an f-string come `r`, `s` or `a` only." },
  { when: /Positional argument cannot follow/, words: "Values without a name come before those with one (`name=value`)." },
  { when: /without a default cannot follow/, words: "Parameters without a value come before those with one." },
  { when: /Duplicate parameter "(.*)"/, words: ({ message }) => `Two parameters have the name \`${/"(.*)"/.exec(message)?.[1]}\`.` },
  { when: /a parameter and a global/, words: "A parameter cannot be `global` as well." },
  { when: /nonlocal declaration/, words: "`nonlocal` works only in a function inside a function." },
  { when: /decimal integer literal/, words: "A whole number cannot begin with 0." },
  { when: /Expected a simple statement/, words: "This begins a block, so it goes on a line of its own." },
  { when: /line continuation/, words: "After `\\` the line must end." },
  { when: /EOF/, words: "The program ends here, in the middle of something." },
]);

/** @param {Place} place @returns {string} */
export function syntaxWords(place) {
  for (const { when, and, words } of ROWS) {
    if (when.test(place.message) && (!and || and(place))) return typeof words === "string" ? words : words(place);
  }
  return "Python does not understand this. Look here, and just before it.";
}
