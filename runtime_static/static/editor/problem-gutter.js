// The signs beside the line numbers: a shape for each severity. A tap or click shows the message.

import { forEachDiagnostic, setDiagnosticsEffect } from "@codemirror/lint";
import { GutterMarker, gutter } from "@codemirror/view";

/** @import { Diagnostic } from "@codemirror/lint" */
/** @import { Command, EditorView } from "@codemirror/view" */
/** @import { Extension } from "@codemirror/state" */

const URGENCY = Object.freeze(["hint", "info", "warning", "error"]);
const SIGNS = Object.freeze({ error: "!", warning: "!", info: "", hint: "" });

class ProblemSign extends GutterMarker {
  /** @param {Diagnostic["severity"]} severity @param {string} title */
  constructor(severity, title) {
    super();
    this.severity = severity;
    this.title = title;
  }

  /** @param {GutterMarker} other */
  eq(other) {
    return other instanceof ProblemSign && other.severity === this.severity && other.title === this.title;
  }

  toDOM() {
    const sign = document.createElement("span");
    sign.className = `cm-problem cm-problem-${this.severity}`;
    sign.title = this.title;
    sign.textContent = SIGNS[this.severity];
    return sign;
  }
}

/** @param {EditorView} view @param {{from: number, to: number}} line @returns {Diagnostic[]} those that begin in a line */
function problemsIn(view, line) {
  /** @type {Diagnostic[]} */
  const found = [];
  forEachDiagnostic(view.state, (diagnostic, from) => {
    if (from >= line.from && from <= line.to) found.push(diagnostic);
  });
  return found;
}

/** @param {Command} next goes to the problem after the cursor and shows it @returns {Extension} */
export function problemGutter(next) {
  return gutter({
    class: "cm-problem-gutter",
    lineMarker(view, line) {
      const found = problemsIn(view, line);
      if (found.length === 0) return null;
      const severity = URGENCY[Math.max(...found.map((problem) => URGENCY.indexOf(problem.severity)))];
      const title = found.map(({ message }) => message.replaceAll("`", "")).join("\n");
      return new ProblemSign(/** @type {Diagnostic["severity"]} */ (severity), title);
    },
    lineMarkerChange: (update) =>
      update.docChanged || update.transactions.some(({ effects }) => effects.some((effect) => effect.is(setDiagnosticsEffect))),
    initialSpacer: () => new ProblemSign("hint", ""),
    domEventHandlers: {
      click(view, line) {
        if (problemsIn(view, line).length === 0) return false;
        view.dispatch({ selection: { anchor: Math.max(0, line.from - 1) } });
        return next(view);
      },
    },
  });
}
