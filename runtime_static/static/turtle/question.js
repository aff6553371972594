// What `textinput` and `numinput` ask, over the picture.

/** @typedef {{title: string, prompt: string, value: string, note: string}} Asked */

let count = 0;

/** A form with one field. */
export class Question {
  /** @param {(answer: string | null) => void} answered gets the text, or null when the person cancelled */
  constructor(answered) {
    count += 1;
    this.answered = answered;
    this.form = document.createElement("form");
    this.form.className = "turtle-question";
    this.form.hidden = true;
    this.title = document.createElement("strong");
    this.title.id = `turtle-question-${count}-title`;
    this.prompt = document.createElement("label");
    this.prompt.id = `turtle-question-${count}-prompt`;
    this.field = document.createElement("input");
    this.note = document.createElement("p");
    this.note.setAttribute("role", "alert");
    Object.assign(this.field, { id: `turtle-question-${count}-field`, type: "text", autocomplete: "off", spellcheck: false });
    this.prompt.htmlFor = this.field.id;
    this.form.setAttribute("aria-labelledby", this.title.id);
    this.field.setAttribute("aria-label", "Program input");
    this.field.setAttribute("aria-describedby", this.prompt.id);
    const buttons = document.createElement("div");
    buttons.className = "turtle-question-buttons";
    buttons.append(button("OK", "submit", "button button-small button-primary"), button("Cancel", "button", "button button-small"));
    this.form.append(this.title, this.prompt, this.field, this.note, buttons);
    this.#listen();
  }

  /** @param {Asked} asked */
  show({ title, prompt, value, note }) {
    this.title.textContent = title || "Question";
    this.prompt.textContent = prompt;
    this.field.value = value;
    this.note.textContent = note;
    this.note.hidden = !note;
    this.form.hidden = false;
    this.field.focus();
    this.field.select();
  }

  /** Take it away. */
  hide() {
    this.form.hidden = true;
  }

  #listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.answered(this.field.value);
    });
    this.form.querySelector("button[type=button]")?.addEventListener("click", () => this.answered(null));
    this.form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation(); // in the console Escape stops the program
      this.answered(null);
    });
  }
}

/** @param {string} text @param {"submit" | "button"} type @param {string} className @returns {HTMLButtonElement} */
function button(text, type, className) {
  const element = document.createElement("button");
  Object.assign(element, { type, className, textContent: text });
  return element;
}
