// Decides what runs where: the judge plans the steps of the checks, a fresh interpreter runs a student's files for them, the judge says
// what it thinks of that (docs/checks.md). Knows of no page.

import { programFiles, solutionFiles } from "./files.js";
import { Observing } from "./observing.js";
import { JudgeError } from "../runtime/runner/judge.js";

/** @import { Judge } from "../runtime/runner/judge.js" */
/** @import { Runner } from "../runtime/runner/runner.js" */
/** @import { DocumentFile } from "./files.js" */
/** @import { Observations, Observed, Step } from "./observing.js" */

/**
 * The check of a document, as far as it is needed here; the judge reads the rest.
 * @typedef {{id: string, name: string, kind: string, weight: number, message: string, hidden: boolean, show: "all" | "input" | "verdict",
 *   seconds: number} & Record<string, unknown>} Check
 * @typedef {{title: string, main: string, starter: DocumentFile[], solution: DocumentFile[], tests: DocumentFile[], checks: Check[]} &
 *   Record<string, unknown>} ExerciseDocument
 * @typedef {{check: string, state: "passed" | "failed" | "error", trust: "outside" | "beside", summary: string, message: string, given: string,
 *   expected: string, got: string, difference: ["same" | "missing" | "extra", string][], place: {path: string, line: number} | null,
 *   debug: {stdin: string, code: string | null} | null, failing?: Step | null, ms: number}} Verdict `failing`: of random inputs, the one
 *   that is shown
 *
 * What is to be checked: `files` by the checks of a document, or by those in `only`. `recorded` is what the solution did; `seed` asks for
 * new random inputs, for which the solution is run as well, unless `reference` holds what it did for them. With `shrink`, inputs that fail
 * are made smaller, which runs both a few times more.
 * @typedef {{document: ExerciseDocument, recorded?: Record<string, unknown>, person?: string, seed?: string | null, main?: string,
 *   files: DocumentFile[], wheels?: {name: string, sha256: string, size: number}[], packages?: string[], only?: string[],
 *   reference?: Observations | null, shrink?: boolean}} Job
 */

/** How often a failing random input is made smaller. */
const SHRINKING_ROUNDS = 5;

/**
 * Events (CustomEvent): `running` {check} when its first step begins, `verdict` {verdict} as each comes.
 */
export class Checker extends EventTarget {
  /** @param {{runner: Runner, judge: Judge}} parts the runner is the checker's alone while it checks */
  constructor({ runner, judge }) {
    super();
    this.runner = runner;
    this.judge = judge;
    /** @type {Observing | null} */
    this.observing = null;
    this.stopped = false;
    /** Whether the interpreter of the last check was lost, by its program or by the browser. */
    this.lost = false;
    /** Why nothing could be run, as a sentence; empty when it could. */
    this.failure = "";
  }

  /**
   * @param {Job} job @returns {Promise<Verdict[] | null>} one of each check, in the document's order; null when it was stopped
   */
  async check(job) {
    this.stopped = this.lost = false;
    this.failure = "";
    const checks = chosenChecks(job);
    try {
      const plan = await this.plan(job);
      const reference = job.reference ?? (await this.#reference(job, plan.steps));
      if (this.stopped) return null;
      const judging = new Judging(this, job, plan, reference);
      for (const check of checks) judging.watch(check);
      const observed = plan.steps.length ? await this.#observe(job, job.files, plan.steps, judging.hooks) : null;
      if (this.stopped) return null;
      this.lost = Boolean(observed?.lost);
      this.failure = observed?.failure ?? "";
      if (observed?.failure) judging.fail(observed.failure);
      const verdicts = await this.#shrunk(job, await judging.all());
      return this.stopped ? null : verdicts;
    } catch (error) {
      if (!(error instanceof JudgeError)) throw error;
      this.failure = error.message;
      const verdicts = checks.map((check) => unjudged(check, error.message));
      for (const verdict of verdicts) this.tell("verdict", { verdict });
      return verdicts;
    }
  }

  /**
   * What the solution does for new random inputs, which many submissions may then meet.
   * @param {Job} job with a seed; its files do not matter @returns {Promise<Observations | null>} null when it was stopped, and where nothing is random
   * @throws {JudgeError}
   */
  async reference(job) {
    this.stopped = this.lost = false;
    const { steps } = await this.plan(job);
    const observations = await this.#reference(job, steps);
    return this.stopped ? null : observations;
  }

  /**
   * Run the solution of a document, and have the judge say what is to be kept of it.
   * @param {Job} job with a seed; its files do not matter
   * @returns {Promise<{recorded: Record<string, unknown>, problems: Record<string, string>} | null>} problems by check; null when it was stopped
   * @throws {JudgeError}
   */
  async record(job) {
    this.stopped = false;
    const { steps, problems } = await this.plan({ ...job, only: undefined });
    const observed = steps.length ? await this.#observe(job, solutionFiles(job.document), steps) : null;
    if (this.stopped) return null;
    if (observed?.failure) throw new JudgeError(observed.failure);
    const { document, person = "", seed = null } = job;
    const asked = { do: "record", document: forJudge(document), person, seed, recorded: {}, observations: observed?.observations ?? {} };
    const answer = await this.judge.ask(asked);
    return { recorded: answer.recorded, problems: { ...problems, ...answer.problems } };
  }

  /** Stop whatever is being checked. */
  stop() {
    this.stopped = true;
    this.observing?.stop();
  }

  /**
   * @param {Job} job @returns {Promise<{steps: Step[], problems: Record<string, string>}>} what is to be run, inputs only, and which checks have
   *   a mistake of their own @throws {JudgeError}
   */
  plan({ document, recorded = {}, person = "", seed = null, only }) {
    const checks = chosenChecks({ document, only }).map(({ id }) => id);
    return this.judge.ask({ do: "plan", document: forJudge(document, checks), checks, recorded: of(recorded, checks), person, seed });
  }

  /** What the solution does for new random inputs. @param {Job} job @param {Step[]} steps @returns {Promise<Observations | null>} */
  async #reference(job, steps) {
    if (job.seed === undefined || job.seed === null || !job.document.solution.length) return null;
    const random = new Set(job.document.checks.filter(({ kind }) => kind === "random").map(({ id }) => id));
    const wanted = steps.filter(({ check }) => random.has(check));
    return wanted.length ? (await this.#observe(job, solutionFiles(job.document), wanted)).observations : null;
  }

  /**
   * @param {Job} job @param {Verdict[]} verdicts
   * @returns {Promise<Verdict[]>} with smaller inputs, where there are some that fail too; of files that pass nothing any input says as much
   */
  async #shrunk(job, verdicts) {
    const wanted = job.shrink && job.document.solution.length && verdicts.some(({ state }) => state === "passed");
    if (!wanted) return verdicts;
    const found = [];
    for (const verdict of verdicts) found.push(verdict.failing && !this.stopped ? await this.#smallest(job, verdict) : verdict);
    return found;
  }

  /** @param {Job} job @param {Verdict} verdict @returns {Promise<Verdict>} */
  async #smallest(job, verdict) {
    const { files, seed = null } = job;
    const about = { document: forJudge(job.document, [verdict.check]), check: verdict.check, seed };
    let smallest = verdict;
    for (let round = 0; round < SHRINKING_ROUNDS && smallest.failing && !this.stopped; round += 1) {
      const { steps } = await this.judge.ask({ do: "shrink", ...about, failing: smallest.failing });
      if (!steps.length) break;
      const reference = (await this.#observe(job, solutionFiles(job.document), steps)).observations;
      const { observations } = await this.#observe(job, files, steps);
      const smaller = await this.judge.ask({ do: "judge", ...about, files, steps, observations, reference });
      if (smaller.state !== verdict.state) break;
      smallest = smaller;
    }
    if (smallest !== verdict && !this.stopped) this.tell("verdict", { verdict: smallest });
    return smallest;
  }

  /**
   * What tests expect stands in them, so they have an interpreter of their own: it must not be there when other checks run.
   * @param {Job} job @param {DocumentFile[]} files @param {Step[]} steps @param {ConstructorParameters<typeof Observing>[2]} [hooks]
   * @returns {Promise<Observed>}
   */
  async #observe({ document, main, wheels, packages }, files, steps, hooks) {
    /** @type {Observed} */
    const all = { failure: "", lost: false, stopped: false, observations: {} };
    for (const apart of [false, true]) {
      const some = steps.filter((step) => (step.do === "unittest") === apart);
      if (!some.length || all.failure || all.stopped || this.stopped) continue;
      this.observing = new Observing(this.runner, some, hooks);
      const { failure, lost, stopped, observations } = await this.observing.run({
        main: main ?? document.main, files: programFiles(files), wheels, packages,
      });
      this.observing = null;
      Object.assign(all, { failure, lost: all.lost || lost, stopped, observations: { ...all.observations, ...observations } });
    }
    if (all.stopped) this.stopped = true;
    return all;
  }

  /** @param {"running" | "verdict"} name @param {object} detail */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** Brings what was observed to the judge, check by check, as soon as the last step of each has ended. */
class Judging {
  /** @param {Checker} checker @param {Job} job @param {{steps: Step[], problems: Record<string, string>}} plan @param {Observations | null} reference */
  constructor(checker, job, plan, reference) {
    this.checker = checker;
    this.job = job;
    this.plan = plan;
    this.reference = reference;
    /** @type {Map<string, {check: Check, left: Set<string>, observations: Observations, begun: boolean}>} by check */
    this.waiting = new Map();
    /** @type {Promise<Verdict>[]} in the document's order */
    this.verdicts = [];
    /** @type {Map<string, (verdict: Verdict | Promise<Verdict>) => void>} */
    this.resolves = new Map();
    this.hooks = {
      began: (/** @type {Step} */ step) => this.#began(step),
      ended: (/** @type {Step} */ step, /** @type {string} */ observation) => this.#ended(step, observation),
    };
  }

  /** @param {Check} check */
  watch(check) {
    const { id } = check;
    const left = new Set(this.plan.steps.filter((step) => step.check === id).map((step) => step.id));
    this.waiting.set(id, { check, left, observations: {}, begun: false });
    const verdict = new Promise((resolve) => this.resolves.set(id, resolve));
    this.verdicts.push(verdict.then((found) => {
      if (!this.checker.stopped) this.checker.tell("verdict", { verdict: found });
      return found;
    }));
    if (Object.hasOwn(this.plan.problems, id)) this.#settle(id, unjudged(check, `This check has a mistake. ${this.plan.problems[id]}`));
    else if (!left.size) this.#judge(id);
  }

  /** No step could begin. @param {string} sentence */
  fail(sentence) {
    for (const [id, { check }] of this.waiting) this.#settle(id, unjudged(check, sentence));
  }

  /** @returns {Promise<Verdict[]>} */
  all() {
    return Promise.all(this.verdicts);
  }

  /** @param {Step} step */
  #began({ check }) {
    const known = this.waiting.get(check);
    if (!known || known.begun) return;
    known.begun = true;
    this.checker.tell("running", { check });
  }

  /** @param {Step} step @param {string} observation */
  #ended({ id, check }, observation) {
    const known = this.waiting.get(check);
    if (!known) return;
    known.observations[id] = observation;
    known.left.delete(id);
    const { failure, stopped } = /** @type {Observing} */ (this.checker.observing);
    if (!known.left.size && !failure && !stopped) this.#judge(check);
  }

  /** @param {string} id */
  #judge(id) {
    const known = this.waiting.get(id);
    if (known) this.#settle(id, this.#ask(known.check, known.observations, this.reference));
  }

  /** @param {string} id @param {Verdict | Promise<Verdict>} verdict */
  #settle(id, verdict) {
    this.waiting.delete(id);
    this.resolves.get(id)?.(verdict);
  }

  /** @param {Check} check @param {Observations} observations @param {Observations | null} reference @returns {Promise<Verdict>} */
  async #ask(check, observations, reference) {
    const { document, recorded = {}, person = "", seed = null, files } = this.job;
    const { id } = check;
    const about = { document: forJudge(document, [id]), check: id, files, recorded: of(recorded, [id]), person, seed };
    try {
      return await this.checker.judge.ask({ do: "judge", ...about, observations, reference: reference && of(reference, Object.keys(observations)) });
    } catch (error) {
      if (!(error instanceof JudgeError)) throw error;
      return unjudged(check, error.message);
    }
  }
}

/** @param {Pick<Job, "document" | "only">} job @returns {Check[]} */
function chosenChecks({ document, only }) {
  return document.checks.filter(({ id }) => !only || only.includes(id));
}

/** @template T @param {Record<string, T>} record @param {string[]} names @returns {Record<string, T>} */
function of(record, names) {
  return Object.fromEntries(names.filter((name) => Object.hasOwn(record, name)).map((name) => [name, record[name]]));
}

/** What the judge reads of a document: every question carries it. @param {ExerciseDocument} document @param {string[]} [only] checks @returns {object} */
function forJudge({ title, main, tests, checks }, only) {
  return { title, main, tests, checks: checks.filter(({ id }) => !only || only.includes(id)) };
}

/** @param {Check} check @param {string} summary one sentence @returns {Verdict} it could not be checked */
export function unjudged({ id, kind }, summary) {
  const trust = kind === "unittest" ? "beside" : "outside";
  return {
    check: id, state: "error", trust, summary, message: "", given: "", expected: "", got: "", difference: [], place: null, debug: null, ms: 0,
  };
}
