// The page Check a URL: asks the frame of the run origin, and says what came of it.

import { Prober } from "../runtime/probe/prober.js";
import { judge, verdictOn } from "../runtime/probe/verdicts.js";

/** @import { Verdict } from "../runtime/probe/verdicts.js" */

/** @typedef {{origin: string, frame: string, ownHosts: string[]}} CheckData */

/** @template {Element} Kind @param {string} name @param {new () => Kind} kind @returns {Kind} the element with `data-NAME` */
function part(name, kind) {
  const element = document.querySelector(`[data-${name}]`);
  if (!(element instanceof kind)) throw new Error(`The page has no part named ${name}.`);
  return element;
}

const data = /** @type {CheckData} */ (JSON.parse(document.getElementById("check-data")?.textContent ?? "{}"));
const form = part("check", HTMLFormElement);
const field = part("check-url", HTMLInputElement);
const button = part("check-button", HTMLButtonElement);
const status = part("verdict", HTMLElement);
const title = part("verdict-title", HTMLElement);
const text = part("verdict-text", HTMLElement);
const instead = part("verdict-instead", HTMLButtonElement);
const frame = part("probe-frame", HTMLIFrameElement);
frame.src = data.frame;
const prober = new Prober(frame);
let number = 0;

/** @param {Verdict | {tone: "busy", title: string, text: string, instead: string}} verdict */
function show(verdict) {
  status.dataset.tone = verdict.tone;
  title.textContent = verdict.title;
  text.textContent = verdict.text;
  instead.hidden = !verdict.instead;
  instead.textContent = verdict.instead ? `Check ${verdict.instead}` : "";
  instead.dataset.url = verdict.instead;
}

/** @param {string} typed */
async function check(typed) {
  const mine = ++number;
  const judged = judge(typed, data.ownHosts);
  if ("verdict" in judged) {
    show(judged.verdict);
    return;
  }
  field.value = judged.url;
  show({ tone: "busy", title: "Asking", text: new URL(judged.url).host, instead: "" });
  try {
    const answer = await prober.probe(judged.url);
    if (mine === number) show(verdictOn(answer, judged.url));
  } catch (error) {
    if (mine === number) show({ tone: "danger", title: "That did not work", text: `${/** @type {Error} */ (error).message} Reload the page.`, instead: "" });
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void check(field.value);
});
instead.addEventListener("click", () => {
  field.value = instead.dataset.url ?? "";
  field.focus();
  void check(field.value);
});
for (const sample of document.querySelectorAll("button[data-sample]")) {
  sample.addEventListener("click", () => {
    field.value = /** @type {HTMLElement} */ (sample).dataset.sample ?? "";
    void check(field.value);
  });
}
field.value = new URLSearchParams(location.search).get("url") ?? "";
button.disabled = false;
