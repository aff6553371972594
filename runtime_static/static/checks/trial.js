// What Try it finds out: whether the solution passes its own checks, each time, and whether the untouched starter fails. Knows of no page.

import { solutionFiles } from "./files.js";

/** @import { Checker, ExerciseDocument, Verdict } from "./checker.js" */

/**
 * @typedef {{begin: () => void, running: (check: string) => void, tell: (verdict: Verdict) => void, end: (verdicts: Verdict[]) => void, stopped: () => void}} List
 * @typedef {{check: string, state: string}} Result
 * @typedef {{report: {recorded: Record<string, unknown>, solution: Result[], starter: Result[]}, sentence: string}} Found
 */

const READY = "The solution passes and the untouched starter does not: this exercise can be published.";
const SOLUTION_FAILS = "The solution does not pass all of its checks, so this exercise cannot be published.";
const STARTER_PASSES = "The untouched starter passes all checks, so this exercise cannot be published: there would be nothing to do.";
const CHANGES = "The solution does not do the same each time, so it cannot tell what is right. Take the chance out of it, or check something that does not change.";

export class Trial {
  /**
   * @param {{checker: Checker, document: ExerciseDocument, lists: {solution: List, starter: List}, say: (sentence: string) => void,
   *   seed?: string}} parts
   */
  constructor({ checker, document, lists, say, seed = crypto.randomUUID() }) {
    this.checker = checker;
    this.document = document;
    this.lists = lists;
    this.say = say;
    this.seed = seed;
  }

  /** @returns {Promise<Found | null>} null when it was stopped, or could not be done */
  async run() {
    const { document, lists } = this;
    this.say("Running the solution …");
    lists.solution.begin();
    lists.starter.begin();
    try {
      const kept = await this.checker.record({ document, files: [], seed: this.seed });
      if (!kept) return this.#stopped();
      const { recorded, problems } = kept;
      const solution = await this.#check(lists.solution, solutionFiles(document), recorded);
      const again = solution && (await this.checker.check({ document, files: solutionFiles(document), recorded }));
      this.say("Running the untouched starter …");
      const starter = again && (await this.#check(lists.starter, document.starter, recorded));
      if (!solution || !again || !starter) return this.#stopped();
      const changes = changed(solution, again);
      for (const verdict of again) if (changes.includes(verdict.check) && verdict.state !== "passed") lists.solution.tell(verdict);
      const results = { solution: resultsOf(solution, again, problems), starter: resultsOf(starter, starter, {}) };
      return { report: { recorded, ...results }, sentence: sentenceFor(results, changes) };
    } catch (error) {
      this.say(`This could not be tried. ${error instanceof Error ? error.message : error}`);
      return null;
    }
  }

  /**
   * @param {List} list @param {ExerciseDocument["starter"]} files @param {Record<string, unknown>} recorded
   * @returns {Promise<Verdict[] | null>}
   */
  async #check(list, files, recorded) {
    const listening = new AbortController();
    const { signal } = listening;
    this.checker.addEventListener("running", (event) => list.running(/** @type {CustomEvent} */ (event).detail.check), { signal });
    this.checker.addEventListener("verdict", (event) => list.tell(/** @type {CustomEvent} */ (event).detail.verdict), { signal });
    const verdicts = await this.checker.check({ document: this.document, files, recorded });
    listening.abort();
    if (verdicts) list.end(verdicts);
    return verdicts;
  }

  /** @returns {null} */
  #stopped() {
    this.lists.solution.stopped();
    this.lists.starter.stopped();
    this.say("This was stopped.");
    return null;
  }
}

/** @param {Verdict[]} first @param {Verdict[]} second @returns {string[]} checks that came out differently */
function changed(first, second) {
  return first.filter(({ state }, at) => state !== second[at].state).map(({ check }) => check);
}

/** @param {Verdict[]} first @param {Verdict[]} second @param {Record<string, string>} problems @returns {Result[]} the worse of both */
function resultsOf(first, second, problems) {
  return first.map(({ check, state }, at) => {
    const worse = state === "passed" ? second[at].state : state;
    return { check, state: Object.hasOwn(problems, check) ? "error" : worse };
  });
}

/** @param {{solution: Result[], starter: Result[]}} results @param {string[]} changes @returns {string} */
function sentenceFor({ solution, starter }, changes) {
  if (changes.length) return CHANGES;
  if (solution.some(({ state }) => state !== "passed")) return SOLUTION_FAILS;
  return starter.every(({ state }) => state === "passed") ? STARTER_PASSES : READY;
}
