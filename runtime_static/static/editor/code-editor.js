// The code editor of a page: which file it shows, and the state of every file that is open.

import { indentMore } from "@codemirror/commands";
import { Annotation, Compartment, EditorState, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

import { baseExtensions } from "./extensions.js";
import { languageFor } from "./languages.js";
import { toggleProblemList } from "./problems.js";
import { changeBetween } from "./text-change.js";

/** @import { Problem } from "./problem-choice.js" */

/** Marks changes that did not come from the person at the keyboard. */
const fromProgram = Annotation.define();

/**
 * @typedef {Parameters<typeof Compartment.prototype.of>[0]} Extension
 * @typedef {Parameters<Parameters<typeof EditorView.updateListener.of>[0]>[0]} ViewUpdate
 * @typedef {{id: string, path: string, text: string, readOnly: boolean}} OpenFile
 * @typedef {{state: EditorState, scroll: ReturnType<EditorView["scrollSnapshot"]> | null}} Kept
 */

/** Events (CustomEvent): `change` {id, text, origin}, `run`, `problems` {problems} (those that are marked in the file that is shown). */
export class CodeEditor extends EventTarget {
  /**
   * @param {HTMLElement} container
   * @param {{nonce: string, describedBy: string, check?: (text: string, modules: readonly string[]) => Promise<Problem[] | null>, more?: Extension}} options
   *   `check` finds the problems of a Python file; `more` is what a page adds, such as comments on lines
   */
  constructor(container, { nonce, describedBy, check, more = [] }) {
    super();
    this.language = new Compartment();
    /** @type {Map<string, Kept>} files that are open and not shown */
    this.kept = new Map();
    /** @type {string | null} the file that is shown */
    this.current = null;
    /** @type {readonly string[]} */
    this.modules = [];
    this.extensions = [more, baseExtensions({
      nonce,
      describedBy,
      run: () => this.dispatchEvent(new CustomEvent("run")),
      modules: () => this.modules,
      changed: (update) => this.#changed(update),
      check: check ? (text) => check(text, this.modules) : null,
      problems: (problems) => this.dispatchEvent(new CustomEvent("problems", { detail: { problems } })),
    })];
    this.view = new EditorView({ parent: container, state: this.#state("", true, []) });
  }

  /** Show a file. @param {OpenFile} file */
  async open(file) {
    if (this.current === file.id) return;
    if (!this.kept.has(file.id)) {
      const language = await languageFor(file.path);
      if (!this.isOpen(file.id)) this.kept.set(file.id, { state: this.#state(file.text, file.readOnly, language), scroll: null });
    }
    this.#keepCurrent();
    const kept = this.kept.get(file.id);
    if (!kept) return;
    this.kept.delete(file.id);
    this.current = file.id;
    this.view.setState(kept.state);
    if (kept.scroll) this.view.dispatch({ effects: kept.scroll });
  }

  /** @param {string} id @returns {boolean} */
  isOpen(id) {
    return this.current === id || this.kept.has(id);
  }

  /** @param {string} id @returns {string | null} the text as it stands in the editor, null when it is not open */
  text(id) {
    return this.#stateOf(id)?.doc.toString() ?? null;
  }

  /** Change the text as an edit that can be undone. @param {string} id @param {string} text */
  setText(id, text) {
    const state = this.#stateOf(id);
    const changes = state && changeBetween(state.doc.toString(), text);
    if (!state || !changes) return;
    const specification = { changes, annotations: [fromProgram.of(true), Transaction.userEvent.of("input.program")] };
    if (this.current === id) this.view.dispatch(specification);
    else {
      this.kept.set(id, { state: state.update(specification).state, scroll: this.kept.get(id)?.scroll ?? null });
      this.#tell(id, text, "program");
    }
  }

  /** The name decides the language. @param {string} id @param {string} path */
  async rename(id, path) {
    const effects = this.language.reconfigure(await languageFor(path));
    const kept = this.kept.get(id);
    if (this.current === id) this.view.dispatch({ effects });
    else if (kept) this.kept.set(id, { ...kept, state: kept.state.update({ effects }).state });
  }

  /** Forget a file; an empty editor stays when it was shown. @param {string} id */
  close(id) {
    this.kept.delete(id);
    if (this.current !== id) return;
    this.current = null;
    this.view.setState(this.#state("", true, []));
  }

  /** @param {number} line counted from 1; a line after the end means the last one @param {number} [column] from 1 */
  jumpTo(line, column = 0) {
    const { doc } = this.view.state;
    const { from: start, to } = doc.line(Math.min(Math.max(1, line), doc.lines));
    const from = Math.min(start + Math.max(0, column - 1), to);
    this.view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    this.view.focus();
  }

  /** Give the editor the keyboard. */
  focus() {
    this.view.focus();
  }

  /** Type text at the cursor. @param {string} text */
  insert(text) {
    this.view.dispatch(this.view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
    this.view.focus();
  }

  /** What the Tab key does. */
  indent() {
    indentMore(this.view);
    this.view.focus();
  }

  /** Open the list of problems below the text, or close it. */
  toggleProblems() {
    toggleProblemList(this.view);
  }

  /** @param {readonly string[]} names of the project's own modules, offered after `import` */
  setModules(names) {
    this.modules = names;
  }

  /** @param {string} text @param {boolean} readOnly @param {Extension} language @returns {EditorState} */
  #state(text, readOnly, language) {
    const extensions = [this.extensions, this.language.of(language), EditorState.readOnly.of(readOnly)];
    return EditorState.create({ doc: text, extensions });
  }

  /** @param {string} id @returns {EditorState | undefined} */
  #stateOf(id) {
    return this.current === id ? this.view.state : this.kept.get(id)?.state;
  }

  #keepCurrent() {
    if (this.current) this.kept.set(this.current, { state: this.view.state, scroll: this.view.scrollSnapshot() });
  }

  /** @param {ViewUpdate} update */
  #changed(update) {
    if (!update.docChanged || !this.current) return;
    const program = update.transactions.some((transaction) => transaction.annotation(fromProgram));
    this.#tell(this.current, update.state.doc.toString(), program ? "program" : "person");
  }

  /** @param {string} id @param {string} text @param {"person" | "program"} origin */
  #tell(id, text, origin) {
    this.dispatchEvent(new CustomEvent("change", { detail: { id, text, origin } }));
  }
}
