// Entry of a student's page of an exercise: the workspace, with the task, its checks, hints and attempts. Pages that add to it get its parts.

import { CheckList } from "../checks/check-list.js";
import { Checker } from "../checks/checker.js";
import { button, part, startWorkspace, workspaceData } from "../projects/workspace.js";
import { Judge } from "../runtime/runner/judge.js";
import { AttemptList } from "./attempt-list.js";
import { AttemptReports } from "./attempt-reports.js";
import { Checking } from "./checking.js";
import { Hints } from "./hints.js";
import { Solution } from "./solution.js";
import { UnsentAttempts } from "./unsent-attempts.js";

/** @import { ExerciseDocument } from "../checks/checker.js" */
/** @import { AttemptLine } from "./attempt-list.js" */

/**
 * `exercise-data`, as docs/architecture.md describes it.
 * @typedef {{exercise: {id: number, title: string, version: number, main: string, hints: number, opened: string[], hidden: number, passed: boolean,
 *   showSolution: boolean}, document: ExerciseDocument, recorded: Record<string, unknown>, person: string, nonce: string, attempts: AttemptLine[],
 *   urls: {attempts: string, attempt: string, hint: string, solution: string}}} ExerciseData
 */

const about = /** @type {ExerciseData} */ (JSON.parse(document.getElementById("exercise-data")?.textContent ?? "{}"));
const { exercise, urls } = about;
const data = workspaceData();
/** Whether attempts are kept: not of those who look at how an exercise will be. */
const keeps = !data.project.ephemeral;
export const workspace = await startWorkspace(data);
const { runner, running, api, connection, tell } = workspace;

const judge = new Judge(runner);
/** The first program waits for nothing else: the judge is loaded once Python is there. */
const prepareJudge = () => {
  if (runner.state !== "ready") return;
  runner.removeEventListener("state", prepareJudge);
  judge.prepare();
};
runner.addEventListener("state", prepareJudge);
prepareJudge();
const checks = about.document.checks;
const list = new CheckList({ list: part("checks"), summary: part("checks-summary"), checks, hidden: exercise.hidden, canDebug: true });
export const reports = !keeps ? null : new AttemptReports({
  send: (body) => api.ask(urls.attempts, body), nonce: about.nonce,
  store: new UnsentAttempts({ person: data.person.id, exercise: exercise.id }),
});
export const checking = new Checking({ workspace, checker: new Checker({ runner, judge }), list, reports, about });
const attempts = new AttemptList({ list: part("attempts"), none: part("no-attempts"), workspace, url: urls.attempt, attempts: about.attempts });
const solution = exercise.showSolution ? new Solution({ place: part("solution"), workspace, url: urls.solution }) : null;
if (exercise.passed) solution?.offer();
if (exercise.hints) {
  new Hints({
    place: part("hints"), button: button("next-hint"), workspace, url: urls.hint, opened: exercise.opened, count: exercise.hints,
  });
}

/** @param {EventTarget} source @param {string} name @param {(detail: any) => void} act */
const on = (source, name, act) => source.addEventListener(name, (event) => act(/** @type {CustomEvent} */ (event).detail));
if (reports) {
  on(reports, "recorded", ({ attempt, at, passed, results }) => {
    attempts.add({ id: attempt, at: new Date(at).toISOString(), results });
    if (passed) solution?.offer();
  });
  on(reports, "state", ({ waiting, message }) => {
    part("attempt-note").textContent = waiting && message ? `This attempt is not recorded yet. ${message}` : "";
  });
  on(reports, "refused", ({ message }) => tell(`This attempt was not recorded. ${message}`));
  connection.addEventListener("change", () => {
    if (connection.online) void reports.goOn();
  });
  addEventListener("focus", () => void reports.goOn());
}

button("check").addEventListener("click", () => void checking.check());
addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation(); // without Shift it runs
  void checking.check();
}, { capture: true });
if (!running.isTaken) button("check").disabled = false;
await reports?.begin();
