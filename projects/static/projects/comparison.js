// Two texts, with what differs marked: CodeMirror's merge view, dressed like the editor.

import { python } from "@codemirror/lang-python";
import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";

import { theme } from "../editor/theme.js";

/** @param {string} nonce @param {string} label @returns {Parameters<typeof EditorState.create>[0]} */
function reading(nonce, label) {
  return {
    extensions: [
      EditorView.cspNonce.of(nonce), EditorState.readOnly.of(true), EditorView.lineWrapping, lineNumbers(), python(), theme,
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    ],
  };
}

/** @param {HTMLElement} place empty @param {{left: string, right: string, names: [string, string], nonce: string}} texts */
export function showSideBySide(place, { left, right, names, nonce }) {
  new MergeView({
    parent: place,
    a: { doc: left, ...reading(nonce, names[0]) },
    b: { doc: right, ...reading(nonce, names[1]) },
    collapseUnchanged: { margin: 3, minSize: 8 },
  });
}

/** One text, and what has changed in it since. @param {HTMLElement} place empty @param {{then: string, now: string, name: string, nonce: string}} texts */
export function showChange(place, { then, now, name, nonce }) {
  const base = reading(nonce, name)?.extensions ?? [];
  const merge = unifiedMergeView({ original: now, mergeControls: false, collapseUnchanged: { margin: 4, minSize: 10 } });
  new EditorView({ parent: place, state: EditorState.create({ doc: then, extensions: [base, merge] }) });
}
