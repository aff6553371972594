// When a page has time for what nobody waits for.

/** @import { Runner } from "../runtime/runner/runner.js" */

const GREETING = 3000; // milliseconds in which a frame that has loaded says hello
const IDLE = 2000; // milliseconds until even a busy page counts as idle
const PAUSE = 1000; // milliseconds in which somebody who came to run a program has pressed Run
const CALM = new Set(["ready", "finished", "failed", "stopped"]);

/** @param {() => void} act */
function whenIdle(act) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: IDLE });
  else setTimeout(act, IDLE);
}

/**
 * Begin once Python has come, or will not, and nothing runs: the first run waits for nothing else. Never where the person saves data. To be called
 * before the frame is given its address.
 * @param {Runner} runner @param {HTMLIFrameElement} frame of the runner @param {() => void} begin again whenever the network is back
 */
export function whenCalm(runner, frame, begin) {
  const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
  if (connection?.saveData) return;
  let begun = false;
  const start = () => {
    if (begun) return;
    begun = true;
    whenIdle(begin);
    addEventListener("online", begin);
  };
  runner.addEventListener("state", (event) => {
    if (CALM.has(/** @type {CustomEvent} */ (event).detail.state)) setTimeout(() => { if (CALM.has(runner.state)) start(); }, PAUSE);
  });
  frame.addEventListener("load", () => setTimeout(() => { if (!runner.port) start(); }, GREETING));
}
