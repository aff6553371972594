// One submission: which random inputs it meets, what the solution does for them, and what of a verdict is kept. Knows of no page.

/** @import { CheckPool } from "../checks/pool.js" */
/** @import { Job, Verdict } from "../checks/checker.js" */
/** @import { Result, Task, Version } from "./verify-api.js" */

const RANDOM = "random";
const LONGEST = Object.freeze({ summary: 2_000, given: 10_000, expected: 10_000, got: 10_000 });

/** @typedef {{seed: string | null, reference: Promise<Job["reference"]>}} Inputs */

/** Checks submissions in a pool. Each exercise gets a seed of its own, and its solution is run for it once. */
export class Submissions {
  /** @param {Pick<CheckPool, "check" | "reference">} pool @param {() => string} [makeSeed] */
  constructor(pool, makeSeed = () => crypto.randomUUID()) {
    this.pool = pool;
    this.makeSeed = makeSeed;
    /** @type {Map<number, Inputs>} by version */
    this.inputs = new Map();
  }

  /**
   * @param {Task} task @param {Version} version @returns {Promise<Result[] | null>} null when it was cancelled
   * @throws {Error} when nothing could be run
   */
  async check(task, version) {
    const { person, files } = task;
    const job = { document: shownToTeacher(version.document), recorded: version.recorded, person, files };
    const { seed, reference } = this.#inputsOf(version, job);
    const verdicts = await this.pool.check({ ...job, seed, reference: await reference, shrink: true });
    return verdicts && verdicts.map(resultOf);
  }

  /** @param {Version} version @param {Job} job @returns {Inputs} */
  #inputsOf({ id }, job) {
    const known = this.inputs.get(id);
    if (known) return known;
    const seed = job.document.checks.some(({ kind }) => kind === RANDOM) ? this.makeSeed() : null;
    const reference = seed === null ? Promise.resolve(null) : this.pool.reference({ ...job, seed });
    const inputs = { seed, reference };
    this.inputs.set(id, inputs);
    reference.catch(() => this.inputs.delete(id)); // the next submission tries again
    return inputs;
  }
}

/** A teacher may see all of a check. @param {Job["document"]} document @returns {Job["document"]} */
function shownToTeacher(document) {
  return { ...document, checks: document.checks.map((check) => ({ ...check, show: "all" })) };
}

/** What is kept of a verdict. @param {Verdict} verdict @returns {Result} */
export function resultOf({ check, state, trust, ...texts }) {
  const { summary, given, expected, got } = texts;
  return {
    check, state, trust,
    summary: storable(summary, LONGEST.summary), given: storable(given, LONGEST.given),
    expected: storable(expected, LONGEST.expected), got: storable(got, LONGEST.got),
  };
}

/** Text that the server takes: no halves of characters, no NUL, not too long. @param {string} text @param {number} longest @returns {string} */
function storable(text, longest) {
  const clean = text.replaceAll("\0", "\ufffd");
  return (clean.length > longest ? `${clean.slice(0, longest - 1)}…` : clean).toWellFormed();
}
