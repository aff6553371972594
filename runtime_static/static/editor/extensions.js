// What every file's editor can do, in the order in which keys are offered to it.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import {
  EditorView, crosshairCursor, drawSelection, dropCursor, highlightActiveLine, highlightActiveLineGutter,
  highlightSpecialChars, keymap, lineNumbers, rectangularSelection,
} from "@codemirror/view";

import { pythonCompletion } from "./completion.js";
import { problemMarks } from "./problems.js";
import { typeOverSelection } from "./replacing.js";
import { theme } from "./theme.js";
import { typingOver } from "./typing-over.js";

/**
 * @typedef {Parameters<Parameters<typeof EditorView.updateListener.of>[0]>[0]} ViewUpdate
 * @typedef {{nonce: string, describedBy: string, run: () => void, modules: () => readonly string[],
 *   changed: (update: ViewUpdate) => void, check: Parameters<typeof problemMarks>[0] | null,
 *   problems: Parameters<typeof problemMarks>[1]}} Options
 */

const TAB_LEAVES = 2000; // milliseconds after Esc

/** The panels' words as the rest of the page writes them. */
const PHRASES = Object.freeze({
  next: "Next", previous: "Previous", all: "All", "match case": "Match case", regexp: "Pattern", "by word": "Whole words",
  replace: "Replace", "replace all": "Replace all", close: "Close", Diagnostics: "Problems", "No diagnostics": "No problems are left.",
});

/** @param {Options} options @returns {Parameters<typeof Prec.high>[0]} */
export function baseExtensions({ nonce, describedBy, run, modules, changed, check, problems }) {
  return [
    EditorView.cspNonce.of(nonce),
    EditorView.contentAttributes.of({
      "aria-label": "Code editor", "aria-describedby": describedBy, autocapitalize: "off", autocorrect: "off", spellcheck: "false",
      tabindex: "0", // what can be edited can be reached anyway; this tells those who look for the attribute
    }),
    Prec.highest(keymap.of([
      { key: "Mod-Enter", preventDefault: true, run: () => (run(), true) },
      // Tab then leaves the editor, also where Esc has closed a list of completions.
      { key: "Escape", run: (view) => (view.setTabFocusMode(TAB_LEAVES), false) },
    ])),
    check ? problemMarks(check, problems) : [],
    lineNumbers(),
    foldGutter(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    typingOver,
    dropCursor(),
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(4),
    indentUnit.of("    "),
    indentOnInput(),
    typeOverSelection,
    bracketMatching(),
    closeBrackets(),
    autocompletion(),
    pythonCompletion(modules),
    rectangularSelection(),
    crosshairCursor(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    EditorState.phrases.of(PHRASES),
    keymap.of([
      ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...completionKeymap,
      indentWithTab, // Esc, then Tab leaves the editor: CodeMirror's own way out
    ]),
    EditorView.updateListener.of(changed),
    theme,
  ];
}
