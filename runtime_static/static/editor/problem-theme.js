// The look of problems: a wave for what will fail, dashes for what is odd, dots for a hint; the signs differ in shape too.

import { EditorView } from "@codemirror/view";

/** @param {"wavy" | "dashed" | "dotted"} line @param {string} colour */
const underline = (line, colour) => ({
  backgroundImage: "none", textDecoration: `underline ${line} ${colour} 1.5px`, textUnderlineOffset: "3px", textDecorationSkipInk: "none",
});

export const problemTheme = EditorView.theme({
  ".cm-lintRange-error": underline("wavy", "var(--danger)"),
  ".cm-lintRange-warning": underline("dashed", "var(--warn)"),
  ".cm-lintRange-hint": underline("dotted", "var(--ink-soft)"),
  ".cm-lintRange-active": { backgroundColor: "var(--code-match)" },
  ".cm-lintPoint::after": { borderBottomColor: "var(--danger)" },
  ".cm-problem-gutter": { inlineSize: "1.25rem" },
  ".cm-problem-gutter .cm-gutterElement": { display: "grid", placeContent: "center", cursor: "default" },
  ".cm-problem": {
    boxSizing: "border-box", inlineSize: "1rem", blockSize: "1rem", font: "700 0.75rem/1rem var(--font-text)", textAlign: "center",
    color: "var(--surface)", cursor: "pointer",
  },
  ".cm-problem-error": { borderRadius: "50%", background: "var(--danger)" },
  ".cm-problem-warning": { background: "var(--warn)", clipPath: "polygon(50% 0, 100% 100%, 0 100%)", fontSize: "0.625rem", paddingBlockStart: "1px" },
  ".cm-problem-hint": { inlineSize: "0.5rem", blockSize: "0.5rem", border: "1.5px solid var(--ink-soft)", borderRadius: "50%" },
  ".cm-tooltip .cm-diagnostic, .cm-panel .cm-diagnostic": {
    padding: "var(--space-2) var(--space-3)", margin: "0", borderInlineStart: "0.25rem solid var(--ink-soft)", font: "var(--text-s)/1.5 var(--font-text)",
    maxInlineSize: "min(32rem, 90vw)",
  },
  ".cm-diagnostic.cm-diagnostic-error": { borderInlineStartColor: "var(--danger)" },
  ".cm-diagnostic.cm-diagnostic-warning": { borderInlineStart: "0.25rem dashed var(--warn)" },
  ".cm-diagnostic.cm-diagnostic-hint": { borderInlineStart: "0.25rem dotted var(--ink-soft)" },
  ".cm-diagnostic code": { fontFamily: "var(--font-code)", fontSize: "0.95em", fontWeight: "600" },
  ".cm-diagnosticText": { textDecoration: "none" },
  ".cm-diagnosticSource": { display: "inline", marginInlineStart: "var(--space-2)", fontSize: "var(--text-xs)", color: "var(--ink-soft)", opacity: "1" },
  ".cm-panel .cm-diagnostic": { maxInlineSize: "none", paddingInlineEnd: "var(--target)" },
  ".cm-panel.cm-panel-lint ul": { maxHeight: "9.5rem" },
  ".cm-panel.cm-panel-lint ul [aria-selected], .cm-panel.cm-panel-lint ul:focus [aria-selected]": {
    backgroundColor: "var(--accent-soft)", color: "var(--ink)",
  },
  ".cm-panel.cm-panel-lint [name=close]": {
    insetInlineEnd: "var(--space-2)", inlineSize: "var(--target-small)", blockSize: "var(--target-small)", font: "var(--text-m)/1 var(--font-text)",
  },
});
