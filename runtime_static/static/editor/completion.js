// What the editor offers while somebody types Python: names of the program, built-ins, blocks; after `import` only modules.

import { ifNotIn, snippetCompletion } from "@codemirror/autocomplete";
import { globalCompletion, localCompletionSource, pythonLanguage } from "@codemirror/lang-python";

/** @import { Completion, CompletionSource } from "@codemirror/autocomplete" */
/** @import { Extension } from "@codemirror/state" */

/** Modules that lessons use; all of them can be imported here. */
const MODULES = Object.freeze([
  "calendar", "collections", "csv", "datetime", "decimal", "fractions", "functools", "itertools", "json", "math",
  "matplotlib.pyplot", "numpy", "os", "pandas", "pathlib", "PIL", "random", "re", "sqlite3", "statistics", "string",
  "sys", "textwrap", "time", "typing",
]);
const AFTER_IMPORT = /^\s*(?:from|import)\s+[\w.]*$/;

const SNIPPETS = Object.freeze([
  snippetCompletion("if ${condition}:\n\t${}", { label: "if", detail: "block", type: "keyword" }),
  snippetCompletion("input(\"${question}\")", { label: "input", detail: "ask for a line", type: "function" }),
]);

/** @param {Parameters<CompletionSource>[0]} context @returns {boolean} */
function isAfterImport({ state, pos }) {
  const line = state.doc.lineAt(pos);
  return AFTER_IMPORT.test(line.text.slice(0, pos - line.from));
}

/** After `import` the word itself counts as a name of the program: it must not be offered. @param {CompletionSource} source @returns {CompletionSource} */
const unlessAfterImport = (source) => (context) => (isAfterImport(context) ? null : source(context));

/** @type {CompletionSource} */
const snippets = (context) => {
  const word = context.matchBefore(/\w+/);
  const isAttribute = word && word.from > 0 && context.state.sliceDoc(word.from - 1, word.from) === ".";
  return word && !isAttribute ? { from: word.from, options: SNIPPETS, validFor: /^\w*$/ } : null;
};

/** @param {() => readonly string[]} projectModules @returns {CompletionSource} */
const modules = (projectModules) => (context) => {
  if (!isAfterImport(context)) return null;
  const word = context.matchBefore(/[\w.]+/);
  if (!word && !context.explicit) return null;
  /** @type {Completion[]} */
  const own = projectModules().map((label) => ({ label, type: "namespace", detail: "your file", boost: 2 }));
  const known = MODULES.map((label) => ({ label, type: "namespace" }));
  return { from: word?.from ?? context.pos, options: [...own, ...known], validFor: /^[\w.]*$/ };
};

/** @param {() => readonly string[]} projectModules names of the project's own modules @returns {Extension[]} */
export function pythonCompletion(projectModules) {
  const sources = [
    modules(projectModules),
    unlessAfterImport(localCompletionSource),
    unlessAfterImport(globalCompletion),
    unlessAfterImport(ifNotIn(["String", "FormatString", "Comment"], snippets)),
  ];
  return sources.map((source) => pythonLanguage.data.of({ autocomplete: source }));
}
