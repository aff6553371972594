// Typing over a selection. Left to the browser, Chrome wraps the new text in an element with a style of its own to keep the look of
// what was there; CodeMirror throws that away again, but the page's policy has complained by then.

import { EditorView } from "@codemirror/view";

/** Does what CodeMirror would do with text typed over a selection, before the browser does it. */
export const typingOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main, ranges } = view.state.selection;
    const isPlain = event.inputType === "insertText" && event.data && !event.isComposing && !view.composing;
    if (!isPlain || main.empty || ranges.length > 1 || view.state.readOnly) return false;
    const text = String(event.data);
    const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
    const handled = view.state.facet(EditorView.inputHandler).some((handler) => handler(view, main.from, main.to, text, insert));
    if (!handled) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});
