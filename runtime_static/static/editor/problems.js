// Marks the problems of a Python file while somebody types: when to look, and which marks to hold back so that nobody is
// told of a mistake in a line that is not finished.

import { language } from "@codemirror/language";
import { closeLintPanel, forEachDiagnostic, linter, nextDiagnostic, openLintPanel, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorView, ViewPlugin, keymap } from "@codemirror/view";

import { problemGutter } from "./problem-gutter.js";
import { toShow } from "./problem-choice.js";
import { problemTheme } from "./problem-theme.js";

/** @import { Diagnostic } from "@codemirror/lint" */
/** @import { Extension } from "@codemirror/state" */
/** @import { Command, ViewUpdate } from "@codemirror/view" */
/** @import { Marked } from "./problem-choice.js" */

/**
 * @typedef {{from: number, to: number, severity: "error" | "warning" | "hint", code: string, message: string}} Problem
 * @typedef {(text: string) => Promise<Problem[] | null>} Check null: something newer was asked for
 */

const QUIET = 400; // milliseconds without a key before the text is looked at
const PAUSE = 1200; // and before the line with the cursor counts as finished

/** @param {EditorView} view @returns {Marked[]} what is marked, where it stands now */
export function marked(view) {
  /** @type {Marked[]} */
  const found = [];
  forEachDiagnostic(view.state, (diagnostic, from, to) => found.push({ .../** @type {Marked} */ (diagnostic), from, to }));
  return found;
}

/** @param {EditorView} view @returns {boolean} */
function isChecked({ state }) {
  return !state.readOnly && state.facet(language)?.name === "python";
}

class Watcher {
  /** @param {EditorView} view @param {Check} check @param {(problems: Marked[]) => void} tell */
  constructor(view, check, tell) {
    this.view = view;
    this.check = check;
    this.tell = tell;
    this.editedAt = -Infinity;
    /** @type {{doc: unknown, problems: Problem[]} | null} */
    this.latest = null;
    this.timer = setTimeout(() => this.#look(), 0);
  }

  /** @param {ViewUpdate} update */
  update(update) {
    const other = update.startState.facet(language) !== update.state.facet(language);
    if (update.docChanged) this.editedAt = performance.now();
    if (update.docChanged || other) this.#in(QUIET, () => this.#look());
    else if (update.selectionSet && this.latest) this.#in(0, () => this.#show());
  }

  destroy() {
    clearTimeout(this.timer);
    this.latest = null;
  }

  /** @param {number} wait in milliseconds @param {() => void} act instead of what was planned before */
  #in(wait, act) {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, wait);
  }

  async #look() {
    const { doc } = this.view.state;
    if (!isChecked(this.view)) {
      this.#mark([]);
      return;
    }
    const problems = await this.check(doc.toString());
    if (!problems || this.view.state.doc !== doc) return;
    this.latest = { doc, problems };
    this.#show();
  }

  #show() {
    const { state, hasFocus } = this.view;
    if (!this.latest || this.latest.doc !== state.doc) return;
    const wait = PAUSE - (performance.now() - this.editedAt);
    const isTyping = hasFocus && wait > 0;
    const { from, to } = state.doc.lineAt(state.selection.main.head);
    const current = marked(this.view);
    const { shown, held } = toShow(this.latest.problems, {
      marked: current, line: isTyping ? { from, to } : null, slice: (start, end) => state.sliceDoc(start, end),
    });
    if (held) this.#in(wait, () => this.#show());
    if (!same(shown, current)) this.#mark(shown);
  }

  /** @param {Marked[]} problems */
  #mark(problems) {
    const before = marked(this.view);
    if (problems.length > 0 || before.length > 0) this.view.dispatch(setDiagnostics(this.view.state, problems.map(dressed)));
    this.tell(problems);
  }
}

/** @param {Marked[]} a @param {Marked[]} b @returns {boolean} */
function same(a, b) {
  return a.length === b.length && a.every((one, at) => one.from === b[at].from && one.to === b[at].to && one.message === b[at].message);
}

/** What the editor shows of a problem; code in backquotes looks like code. @param {Marked} problem @returns {Diagnostic} */
function dressed(problem) {
  return { ...problem, source: problem.code, renderMessage: () => sentence(problem.message) };
}

/** @param {string} message @returns {Node} */
function sentence(message) {
  const line = document.createElement("span");
  message.split("`").forEach((part, at) => {
    const piece = at % 2 ? document.createElement("code") : document.createTextNode(part);
    if (at % 2) piece.textContent = part;
    line.append(piece);
  });
  line.append(" "); // before the code of the rule
  return line;
}

/** Goes to a problem and says it. @param {Command} go @returns {Command} */
const saying = (go) => (view) => {
  if (!go(view)) return false;
  const { from } = view.state.selection.main;
  const here = marked(view).filter((problem) => problem.from === from).map(({ message }) => message.replaceAll("`", ""));
  view.dispatch({ effects: EditorView.announce.of(here.join(" ")) });
  return true;
};

/** Open the list of problems, or close it. @param {EditorView} view */
export function toggleProblemList(view) {
  if (!closeLintPanel(view)) openLintPanel(view);
}

/**
 * @param {Check} check @param {(problems: Marked[]) => void} tell what is marked now
 * @returns {Extension}
 */
export function problemMarks(check, tell) {
  return [
    linter(null),
    ViewPlugin.define((view) => new Watcher(view, check, tell)),
    problemGutter(saying(nextDiagnostic)),
    keymap.of([
      { key: "F8", run: saying(nextDiagnostic), shift: saying(previousDiagnostic) },
      { key: "Mod-Shift-m", run: openLintPanel, preventDefault: true },
    ]),
    problemTheme,
  ];
}
