// Steps of checks, run one after the other in a fresh interpreter, each within its time. What comes back may be made up by the
// program that was run: it is text for the judge, and nothing here believes it.

/** @import { Runner } from "../runtime/runner/runner.js" */
/** @import { ProgramFile } from "./files.js" */

/** Seconds until the first step begins: Python and packages are loaded by then. */
const LOADING = 120;
/** Seconds between two steps. */
const BETWEEN = 10;
/** Seconds beyond a step's own: messages take time, too. */
const GRACE = 0.25;
const BEGAN = '{"began": true}';
const TIMED_OUT = '{"timed_out": true}';
const LOST = '{"lost": true}';
const NOT_RUN = '{"not_run": true}';
const TOO_SLOW = "Python could not be made ready within two minutes.";

/**
 * @typedef {{id: string, check: string, seconds: number} & Record<string, unknown>} Step
 * @typedef {Record<string, string>} Observations JSON by the id of the step
 * @typedef {{main: string, files: ProgramFile[], wheels?: {name: string, sha256: string, size: number}[], packages?: string[]}} Project
 * @typedef {{failure: string, lost: boolean, stopped: boolean, observations: Observations}} Observed `failure` is a sentence when no
 *   step could begin; `lost` when the interpreter went away; `stopped` when somebody ended it
 */

/** One run of steps. A program that takes too long is ended, and what comes after it is not run. */
export class Observing {
  /**
   * @param {Runner} runner that runs nothing at the moment @param {Step[]} steps
   * @param {{began?: (step: Step) => void, ended?: (step: Step, observation: string) => void}} [hooks]
   */
  constructor(runner, steps, { began = () => {}, ended = () => {} } = {}) {
    this.runner = runner;
    this.steps = steps;
    this.hooks = { began, ended };
    /** @type {Observations} */
    this.observations = {};
    this.at = 0;
    this.running = false;
    this.failure = "";
    this.lost = false;
    this.stopped = false;
    this.timedOut = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.done = () => {};
  }

  /** @param {Project} project @returns {Promise<Observed>} an observation of each step */
  async run(project) {
    const ending = new AbortController();
    const ended = new Promise((resolve) => { this.done = () => resolve(null); });
    this.#listen(ending.signal);
    const id = this.runner.observe({ ...project, steps: this.steps });
    if (id === null) throw new Error("A program runs already.");
    this.id = id;
    this.#await(LOADING);
    await ended;
    clearTimeout(this.timer);
    ending.abort();
    while (this.at < this.steps.length) this.#end(NOT_RUN);
    const { failure, lost, stopped, observations } = this;
    return { failure, lost, stopped, observations };
  }

  /** Somebody wants no more of it. */
  stop() {
    this.stopped = true;
    this.runner.kill();
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    /** @param {string} name @param {(detail: any) => void} act */
    const on = (name, act) => this.runner.addEventListener(name, (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      if (detail.id === this.id) act(detail);
    }, { signal });
    on("observation", ({ step, report }) => this.#observed(step, report));
    on("observed", ({ outcome, message }) => this.#over(outcome, message));
  }

  /** @param {string} id @param {string} report */
  #observed(id, report) {
    const step = this.steps[this.at];
    if (step?.id !== id || this.stopped) return; // nothing that is due
    if (report === BEGAN && !this.running) {
      this.running = true;
      this.hooks.began(step);
      this.#await(step.seconds);
    } else if (report !== BEGAN && this.running) {
      this.#end(report);
      this.#await(BETWEEN);
    }
  }

  /** @param {string} observation of the step that is due */
  #end(observation) {
    const step = this.steps[this.at];
    this.at += 1;
    this.running = false;
    this.observations[step.id] = observation;
    this.hooks.ended(step, observation);
  }

  /** @param {number} seconds that the program has from now on */
  #await(seconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#timedOut(), (seconds + GRACE) * 1000);
  }

  #timedOut() {
    this.timedOut = true;
    if (this.at === 0 && !this.running) this.failure = TOO_SLOW;
    else if (this.at < this.steps.length) this.#end(TIMED_OUT);
    this.runner.kill();
  }

  /** @param {string} outcome @param {string} message */
  #over(outcome, message) {
    const died = outcome === "crashed" && this.at < this.steps.length;
    this.lost = died;
    if (died && this.at === 0 && !this.running) this.failure = message;
    else if (died) this.#end(LOST);
    if (outcome === "stopped" && !this.timedOut) this.stopped = true;
    this.done();
  }
}
