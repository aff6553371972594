// The line that a program waits for: a field at the end of its prompt.

/** Program input. */
export class InputLine {
  /** @param {(text: string) => void} submit gets the typed line @param {() => void} end nothing more will be typed: Ctrl+D, as in a terminal */
  constructor(submit, end) {
    this.form = document.createElement("form");
    this.form.className = "console-input";
    this.field = document.createElement("input");
    Object.assign(this.field, { type: "text", autocomplete: "off", spellcheck: false, enterKeyHint: "send" });
    this.field.setAttribute("autocapitalize", "off");
    this.field.setAttribute("aria-label", "Program input");
    const send = document.createElement("button");
    send.type = "submit";
    send.className = "button button-small";
    send.textContent = "Enter";
    this.form.append(this.field, send);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      submit(this.field.value);
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "d" || !event.ctrlKey || event.altKey || event.shiftKey || this.field.value) return;
      event.preventDefault(); // a bookmark, else
      end();
    });
  }

  /** @param {HTMLElement} line the element at whose end it appears */
  showIn(line) {
    if (this.form.parentElement === line) return;
    this.field.value = "";
    line.append(this.form);
    this.field.focus();
  }

  /** Take it away. */
  remove() {
    this.form.remove();
  }
}
