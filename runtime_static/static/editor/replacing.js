// Typing over selected text. Chromium does that itself before CodeMirror sees it, and puts a `style` attribute on what was typed,
// to keep the look of what it replaces: the page's policy refuses it and complains in the console. So the editor does it instead.

import { EditorView } from "@codemirror/view";

/** What selected text is replaced by goes the way of everything typed: brackets close, completion opens. */
export const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main, ranges } = view.state.selection;
    const text = event.data;
    if (event.inputType !== "insertText" || event.isComposing || !text || main.empty || ranges.length > 1) return false;
    if (view.state.readOnly) return false;
    event.preventDefault();
    const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, main.from, main.to, text, insert))) view.dispatch(insert());
    return true;
  },
});
