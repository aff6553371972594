// The button that counts what live lint has found.

/** @import { CodeEditor } from "../editor/code-editor.js" */
/** @import { Marked } from "../editor/problem-choice.js" */

/** A button says how many problems are marked, and opens their list. @param {CodeEditor} editor @param {HTMLButtonElement} button */
export function countProblems(editor, button) {
  editor.addEventListener("problems", (event) => {
    const { problems } = /** @type {{problems: Marked[]}} */ (/** @type {CustomEvent} */ (event).detail);
    button.hidden = problems.length === 0;
    button.textContent = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  });
  button.addEventListener("click", () => editor.toggleProblems());
}
