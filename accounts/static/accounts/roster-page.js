/** Adding students from a list, with progress: the form is sent in the background, the answer comes line by line. */

import { readLines } from "./json-lines.js";

/** @typedef {{done?: number, of?: number, text?: string, error?: string}} Step */

const LINES = "application/x-ndjson";
const FAILED = "The network broke off. Look at the class: either all students are in it, or none.";

/** @template {Element} Kind @param {string} name @param {new () => Kind} kind @returns {Kind} the element with `data-NAME` */
function part(name, kind) {
  const element = document.querySelector(`[data-${name}]`);
  if (!(element instanceof kind)) throw new Error(`The page has no part named ${name}.`);
  return element;
}

const form = part("roster", HTMLFormElement);
const panel = part("roster-progress", HTMLElement);
const text = part("roster-text", HTMLElement);
const bar = part("roster-bar", HTMLProgressElement);
const next = part("roster-next", HTMLElement);

/** @param {string} said */
function end(said) {
  text.textContent = said;
  bar.hidden = true;
}

/** @param {Step} step */
function show(step) {
  if (step.done !== undefined && step.of !== undefined) {
    bar.max = step.of;
    bar.value = step.done;
    text.textContent = `Adding students: ${step.done} of ${step.of}`;
  } else if (step.text !== undefined) {
    end(step.text);
    next.hidden = false;
    next.querySelector("a")?.focus();
  } else {
    end(step.error ?? FAILED);
    form.hidden = false;
  }
}

/** @param {HTMLElement} button */
async function send(button) {
  const data = new FormData(form, button);
  panel.hidden = false;
  form.hidden = true;
  bar.hidden = false;
  bar.removeAttribute("value");
  text.textContent = "Adding students";
  const answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: LINES } });
  if (!answer.ok || answer.headers.get("Content-Type") !== LINES || !answer.body) {
    throw new Error("The server answers with a page.");
  }
  /** @type {Step} */
  let last = {};
  for await (const step of readLines(answer.body)) {
    last = /** @type {Step} */ (step);
    show(last);
  }
  if (last.text === undefined && last.error === undefined) show({ error: FAILED });
}

/** The server has something to say about the list itself, so its page is shown. @param {HTMLElement} button */
function sendPlainly(button) {
  form.hidden = false;
  panel.hidden = true;
  form.removeEventListener("submit", onSubmit);
  form.requestSubmit(button);
}

/** @param {SubmitEvent} event */
function onSubmit(event) {
  const button = event.submitter;
  if (!button || button.getAttribute("value") !== "import") return;
  event.preventDefault();
  send(button).catch((error) => {
    if (error instanceof TypeError) show({ error: FAILED });
    else sendPlainly(button);
  });
}

form.addEventListener("submit", onSubmit);
