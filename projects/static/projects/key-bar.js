// Keys that a phone's keyboard hides: for Python, one press each.

/** @type {readonly {label: string, name: string, text?: string}[]} */
const KEYS = Object.freeze([
  { label: "Tab", name: "Tab, indents" },
  ...["(", ")", "[", "]", "{", "}", ":", '"', "'", "=", "_", "#", "*", "/", "<", ">"].map((text) => ({ label: text, name: text, text })),
]);

/** @param {HTMLElement} bar empty @param {{insert: (text: string) => void, indent: () => void}} editor */
export function fillKeyBar(bar, editor) {
  for (const { label, name, text } of KEYS) {
    const key = document.createElement("button");
    key.type = "button";
    key.textContent = label;
    key.setAttribute("aria-label", name);
    // The keyboard of the phone stays open only when the editor keeps the focus.
    key.addEventListener("pointerdown", (event) => event.preventDefault());
    key.addEventListener("click", () => (text === undefined ? editor.indent() : editor.insert(text)));
    bar.append(key);
  }
}
