// Many submissions at once: several frames, each with a fresh interpreter for each submission, and one judge for all.

import { Judge, JudgeError } from "../runtime/runner/judge.js";
import { Runner } from "../runtime/runner/runner.js";
import { Checker } from "./checker.js";

/** @import { Job, Verdict } from "./checker.js" */

/** @typedef {{act: (checker: Checker) => Promise<any>, resolve: (answer: any) => void, reject: (error: unknown) => void}} Waiting */

export class CheckPool {
  /**
   * @param {{frames: number, makeFrame: () => HTMLIFrameElement, makeRunner?: () => Runner}} options `makeFrame` gives a frame of the run origin
   *   that stands in the page, or will
   */
  constructor({ frames, makeFrame, makeRunner = () => new Runner() }) {
    const runners = Array.from({ length: frames }, makeRunner);
    this.runners = runners;
    this.judge = new Judge(runners[0]);
    this.checkers = runners.map((runner) => new Checker({ runner, judge: this.judge }));
    this.idle = [...this.checkers];
    /** @type {Waiting[]} */
    this.waiting = [];
    for (const runner of runners) runner.attach(makeFrame());
    this.judge.prepare();
  }

  /**
   * Check one submission when it is its turn; once more when its interpreter was lost.
   * @param {Job} job @returns {Promise<Verdict[] | null>} null when it was cancelled
   * @throws {JudgeError} when nothing could be run, with a sentence
   */
  check(job) {
    return this.#queue(async (checker) => {
      const verdicts = await checker.check(job);
      const again = verdicts && checker.lost ? await checker.check(job) : verdicts;
      if (again && checker.failure) throw new JudgeError(checker.failure);
      return again;
    });
  }

  /**
   * Run the solution for new random inputs, in an interpreter of its own.
   * @param {Job} job with a seed @returns {ReturnType<Checker["reference"]>}
   */
  reference(job) {
    return this.#queue((checker) => checker.reference(job));
  }

  /** Stop everything; what was not checked gives null. The pool may be used again. */
  cancel() {
    for (const { resolve } of this.waiting.splice(0)) resolve(null);
    for (const checker of this.checkers) if (!this.idle.includes(checker)) checker.stop();
  }

  /** Let go of the frames, which the page may then take away. */
  dispose() {
    this.cancel();
    for (const runner of this.runners) runner.dispose();
  }

  /** @template T @param {(checker: Checker) => Promise<T>} act @returns {Promise<T>} */
  #queue(act) {
    return new Promise((resolve, reject) => {
      this.waiting.push({ act, resolve, reject });
      this.#next();
    });
  }

  #next() {
    const checker = this.waiting.length ? this.idle.shift() : undefined;
    const next = checker && this.waiting.shift();
    if (!next) return;
    next.act(checker).then(next.resolve, next.reject).finally(() => {
      this.idle.push(checker);
      this.#next();
    });
    this.#next();
  }
}
