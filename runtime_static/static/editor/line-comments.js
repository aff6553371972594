// Comments on lines of a file as it was handed in: shown beneath their lines, and made by a click on a line's number or a key. Lines are those
// of the file as it was opened, whatever is changed in it since to try something.

import { ChangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, keymap, lineNumbers } from "@codemirror/view";

/** @import { ChangeDesc, EditorState, Extension, Text } from "@codemirror/state" */
/** @import { DecorationSet } from "@codemirror/view" */

/**
 * @typedef {{id: number, line: number, text: string, by: string}} LineComment
 * @typedef {{original: Text, changes: ChangeDesc, comments: readonly LineComment[], shown: DecorationSet}} Commented
 */

/** @type {import("@codemirror/state").StateEffectType<readonly LineComment[]>} */
const setComments = StateEffect.define();

class CommentWidget extends WidgetType {
  /** @param {LineComment} comment @param {(id: number) => void} open */
  constructor(comment, open) {
    super();
    this.comment = comment;
    this.open = open;
  }

  /** @param {WidgetType} other */
  eq(other) {
    if (!(other instanceof CommentWidget)) return false;
    const { id, text, by } = other.comment;
    return id === this.comment.id && text === this.comment.text && by === this.comment.by;
  }

  toDOM() {
    const { id, text, by } = this.comment;
    const place = document.createElement("div"); // the editor measures no margins
    place.className = "cm-line-comment-place";
    const element = document.createElement("button");
    element.type = "button";
    element.className = "cm-line-comment";
    element.title = "Change this comment";
    const author = document.createElement("strong");
    author.textContent = by;
    const words = document.createElement("span");
    words.textContent = text;
    element.append(author, " ", words);
    element.addEventListener("click", () => this.open(id));
    place.append(element);
    return place;
  }

  ignoreEvent() {
    return true;
  }
}

/**
 * @param {{choose: (line: number) => void, open: (id: number) => void}} actions `choose`: somebody wants to comment on a line; `open`: on a comment
 * @returns {Extension}
 */
export function lineComments({ choose, open }) {
  /** @param {EditorState} state @param {Omit<Commented, "shown">} found @returns {Commented} */
  const shownIn = ({ doc }, found) => {
    const ranges = found.comments.map((comment) => {
      const { from } = found.original.line(Math.min(comment.line, found.original.lines));
      const line = doc.lineAt(found.changes.mapPos(from, 1));
      return Decoration.widget({ widget: new CommentWidget(comment, open), side: 1, block: true }).range(line.to);
    });
    return { ...found, shown: Decoration.set(ranges, true) };
  };
  /** @type {StateField<Commented>} */
  const field = StateField.define({
    create: ({ doc }) => /** @type {Commented} */ ({ original: doc, changes: ChangeSet.empty(doc.length).desc, comments: [], shown: Decoration.none }),
    update(value, transaction) {
      const effect = transaction.effects.find((one) => one.is(setComments));
      if (!effect && !transaction.docChanged) return value;
      const changes = transaction.docChanged ? value.changes.composeDesc(transaction.changes.desc) : value.changes;
      return shownIn(transaction.state, { ...value, changes, comments: effect ? effect.value : value.comments });
    },
    provide: (self) => EditorView.decorations.from(self, ({ shown }) => shown),
  });
  /** @param {EditorView} view @param {number} position */
  const chooseAt = (view, position) => {
    const { original, changes } = view.state.field(field);
    const back = changes.invertedDesc.mapPos(view.state.doc.lineAt(position).from, 1);
    choose(original.lineAt(Math.min(back, original.length)).number);
    return true;
  };
  return [
    field,
    lineNumbers({ domEventHandlers: { click: (view, line) => chooseAt(view, line.from) } }),
    keymap.of([{ key: "Alt-Enter", preventDefault: true, run: (view) => chooseAt(view, view.state.selection.main.head) }]),
    EditorView.editorAttributes.of({ class: "cm-commentable" }),
  ];
}

/** Show these in the file that the editor shows. @param {EditorView} view @param {readonly LineComment[]} comments */
export function showLineComments(view, comments) {
  view.dispatch({ effects: setComments.of(comments) });
}
