// Entry of Try it: all checks on the solution and on the untouched starter, before an exercise may be published.

import { CheckList } from "../checks/check-list.js";
import { Checker } from "../checks/checker.js";
import { make } from "../files/elements.js";
import { ProjectApi } from "../projects/api.js";
import { Judge } from "../runtime/runner/judge.js";
import { Runner } from "../runtime/runner/runner.js";
import { Trial } from "../checks/trial.js";

/** @import { ExerciseDocument } from "../checks/checker.js" */

/**
 * `try-data`, as docs/architecture.md describes it.
 * @typedef {{document: ExerciseDocument, documentSha256: string, person: number, csrfCookie: string, runtime: {frame: string},
 *   urls: {trial: string}}} TryData
 */

const about = /** @type {TryData} */ (JSON.parse(document.getElementById("try-data")?.textContent ?? "{}"));
const button = /** @type {HTMLButtonElement} */ (document.querySelector("[data-try]"));
const place = /** @type {HTMLElement} */ (document.querySelector("[data-try-results]"));
const api = new ProjectApi({ person: about.person, csrfCookie: about.csrfCookie, filesUrl: "", projectUrl: "" });

const frame = make("iframe", {
  class: "run-frame", allow: "cross-origin-isolated", sandbox: "allow-scripts allow-same-origin", title: "Python", tabindex: "-1", "aria-hidden": "true",
});
const runner = new Runner();
runner.attach(frame);
frame.src = about.runtime.frame;
document.body.append(frame);
const judge = new Judge(runner);
judge.prepare();
const checker = new Checker({ runner, judge });
const status = make("p", { class: "try-status", role: "status" });

/** @param {string} title @param {string} name @returns {CheckList} */
function listOf(title, name) {
  const list = make("ul", { class: "checks", role: "list", "aria-label": name });
  const summary = make("p", { class: "checks-summary", role: "status" });
  place.append(make("section", { class: "try-part" }, make("h2", {}, title), summary, list));
  return new CheckList({ list, summary, checks: about.document.checks });
}

async function tryIt() {
  button.disabled = true;
  place.replaceChildren(status);
  const trial = new Trial({
    checker, document: about.document, lists: { solution: listOf("The solution", "Checks of the solution"), starter: listOf("The untouched starter", "Checks of the starter") },
    say: (sentence) => { status.textContent = sentence; },
  });
  const found = await trial.run();
  if (found) await keep({ documentSha256: about.documentSha256, ...found.report }, found.sentence);
  button.disabled = false;
}

/** @param {object} report @param {string} sentence */
async function keep(report, sentence) {
  const answer = await api.ask(about.urls.trial, report).catch(() => null);
  if (answer?.status === 200) status.textContent = sentence;
  else status.textContent = `${sentence} ${answer?.data.message ?? "The server could not be reached, so this is not kept: try again."}`;
}

button.addEventListener("click", () => void tryIt());
