// The Progress page: Verify all and Regrade run attempts in frames of it, and say how far they are.

import { unjudged } from "../checks/checker.js";
import { CheckPool } from "../checks/pool.js";
import { Submissions, resultOf } from "./submission.js";
import { RefusedError, VerifyApi } from "./verify-api.js";
import { VerifyRun } from "./verify-run.js";

/** @import { Batch } from "./verify-api.js" */
/** @import { Progress } from "./verify-run.js" */

/**
 * @typedef {{person: number, csrfCookie: string, classroom: number | null, urls: {batches: string},
 *   runtime: {origin: string, frame: string, python: string}, open: Batch | null}} VerifyData
 */

const FRAMES = 2;
const LONGEST_RUNTIME = 200;
const NAMES_SHOWN = 3;

/** @template {HTMLElement} T @param {string} name @param {new () => T} kind @returns {T} the element with `data-NAME` */
function part(name, kind) {
  const element = document.querySelector(`[data-${name}]`);
  if (!(element instanceof kind)) throw new Error(`The page has no part named ${name}.`);
  return element;
}

const data = /** @type {VerifyData} */ (JSON.parse(document.getElementById("verify-data")?.textContent ?? "{}"));
const starters = { verify: part("verify", HTMLButtonElement), regrade: part("regrade", HTMLButtonElement) };
const panel = part("run", HTMLElement);
const bar = part("bar", HTMLProgressElement);
const status = part("status", HTMLElement);
const whoIsRun = part("who", HTMLElement);
const cancel = part("cancel", HTMLButtonElement);
const api = new VerifyApi({ person: data.person, csrfCookie: data.csrfCookie, batchesUrl: data.urls.batches });

/** @returns {HTMLIFrameElement} a frame of the run origin in which submissions run */
function makeFrame() {
  const frame = document.createElement("iframe");
  frame.className = "run-frame";
  frame.title = "Python";
  frame.tabIndex = -1;
  frame.ariaHidden = "true";
  frame.allow = "cross-origin-isolated";
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
  frame.src = data.runtime.frame;
  document.body.append(frame);
  return frame;
}

/** @param {"verify" | "regrade"} kind */
async function begin(kind) {
  enable(false);
  say("Looking for attempts …");
  try {
    const batch = await api.start(kind, data.classroom);
    if (batch.open) await runBatch(batch);
    else location.assign(batch.urls.page);
  } catch (error) {
    say(error instanceof RefusedError ? error.message : "The network is away. Try again when it is back.");
  } finally {
    enable(true);
  }
}

/** @param {Batch} batch */
async function runBatch(batch) {
  const pool = new CheckPool({ frames: FRAMES, makeFrame });
  const submissions = new Submissions(pool);
  const runtime = `${data.runtime.python}; ${navigator.userAgent}`.slice(0, LONGEST_RUNTIME);
  const run = new VerifyRun({
    api, batch, lanes: FRAMES, runtime,
    check: (task, version) => submissions.check(task, version),
    failure: ({ document: { checks } }, sentence) => checks.map((check) => resultOf(unjudged(check, sentence))),
  });
  run.addEventListener("progress", (event) => showProgress(/** @type {CustomEvent<Progress>} */ (event).detail));
  const over = new AbortController();
  cancel.hidden = bar.hidden = false;
  cancel.addEventListener("click", () => {
    run.cancel().catch(() => {}); // `run` below fails with it
    pool.cancel();
  }, { signal: over.signal });
  try {
    const ended = await run.run();
    await showEnd(ended, run.cancelling !== null);
  } finally {
    over.abort();
    cancel.hidden = bar.hidden = true;
    whoIsRun.textContent = "";
    pool.dispose();
    for (const frame of document.querySelectorAll("iframe.run-frame")) frame.remove();
  }
}

/** @param {Progress} progress */
function showProgress({ made, total, secondsLeft, who, away }) {
  bar.max = Math.max(total, 1);
  bar.value = made;
  const left = secondsLeft === null ? "" : `, about ${duration(secondsLeft)} left`;
  say(away ? `The network is away. ${made} of ${total} done; this goes on by itself.` : `${made} of ${total}${left}`);
  const shown = who.slice(0, NAMES_SHOWN).join(", ");
  whoIsRun.textContent = who.length > NAMES_SHOWN ? `${shown} and ${who.length - NAMES_SHOWN} more` : shown;
}

/** @param {Batch} batch @param {boolean} cancelled */
async function showEnd({ kind, made, total, urls }, cancelled) {
  if (kind === "regrade" && !cancelled) {
    location.assign(urls.page);
    return;
  }
  await refresh();
  const kept = kind === "verify" ? "What was verified is kept." : "The scores stay as they were.";
  say(cancelled ? `Cancelled. ${kept}` : `${made} of ${total} verified.`);
}

/** Show the table as it is on the server now. */
async function refresh() {
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-results]");
    if (answer.ok && fresh) part("results", HTMLElement).replaceWith(document.importNode(fresh, true));
  } catch {
    // The network is away: the table stays as it was, and reloading the page shows it.
  }
}

/** @param {number} seconds @returns {string} */
function duration(seconds) {
  return seconds < 90 ? `${seconds} second${seconds === 1 ? "" : "s"}` : `${Math.round(seconds / 60)} minutes`;
}

/** @param {string} sentence */
function say(sentence) {
  panel.hidden = false;
  status.textContent = sentence;
}

/** @param {boolean} enabled */
function enable(enabled) {
  for (const button of Object.values(starters)) button.disabled = !enabled;
}

starters.verify.addEventListener("click", () => void begin("verify"));
starters.regrade.addEventListener("click", () => void begin("regrade"));
if (data.open) {
  const name = data.open.kind === "verify" ? "Verify all" : "Regrade";
  say(`A run was interrupted: ${data.open.made} of ${data.open.total} done. Press ${name} to go on.`);
}
enable(true);
