// The field in which a file gets its name: Enter takes it, Esc gives up, a problem is said while it is typed.

import { make } from "./elements.js";

let count = 0;

/**
 * @param {{value: string, label: string, check: (name: string) => string, done: (name: string | null) => void}} options
 *   `check` gives a sentence or ""; `done` gets the name, or null when the person gave up
 * @returns {HTMLFormElement} focus it with `focusName` once it is on the page
 */
export function nameField({ value, label, check, done }) {
  const problem = make("p", { class: "field-error file-name-problem", id: `file-name-problem-${(count += 1)}`, role: "alert" });
  const input = make("input", {
    class: "input file-name-input", "aria-label": label, "aria-describedby": problem.id, autocomplete: "off",
    autocapitalize: "off", spellcheck: "false",
  });
  input.value = value;
  const form = make("form", { class: "file-name-form" }, input, problem);
  let isDone = false;
  /** @param {string | null} name */
  const finish = (name) => {
    if (isDone) return;
    isDone = true;
    done(name);
  };
  const showProblem = () => {
    const sentence = input.value === value ? "" : check(input.value);
    problem.textContent = sentence;
    input.setAttribute("aria-invalid", String(Boolean(sentence)));
  };
  input.addEventListener("input", showProblem);
  input.addEventListener("blur", () => {
    const name = input.value.trim();
    finish(name && name !== value && !check(name) ? name : null);
  });
  input.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the list has keys of its own
    if (event.key === "Escape") finish(null);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = input.value.trim();
    problem.textContent = check(name);
    if (!problem.textContent || name === value) finish(name === value ? null : name);
  });
  return form;
}

/** Put the cursor into a name field, with the name but not its ending selected. @param {HTMLFormElement} form */
export function focusName(form) {
  const input = form.querySelector("input");
  if (!input) return;
  input.focus();
  const start = input.value.lastIndexOf("/") + 1;
  const dot = input.value.indexOf(".", start + 1);
  input.setSelectionRange(start, dot < 0 ? input.value.length : dot);
}
