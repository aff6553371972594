// A server that hands out tasks and takes results, and goes away when a test says so.

import { AwayError } from "../../../assessment/static/assessment/verify-api.js";

/** @import { Batch, Found, Task, Version } from "../../../assessment/static/assessment/verify-api.js" */

/** @type {any} */
const DOCUMENT = { main: "main.py", checks: [{ id: "a", kind: "output", show: "verdict" }] };

/** @param {number} id @param {object} [fields] @returns {Task} */
export const task = (id, fields = {}) => ({ id, attempts: 1, who: [`Student ${id}`], version: 1, person: String(id), files: [], ...fields });

/** @param {string} state @returns {any} */
export const results = (state = "passed") => [{ check: "a", state, trust: "outside", summary: "", given: "", expected: "", got: "" }];

/** Gives `portion` tasks at a time, and stores each result once. */
export class Server {
  /** @param {Task[]} tasks @param {{portion?: number}} [options] */
  constructor(tasks, { portion = 2 } = {}) {
    this.tasks_ = tasks;
    this.portion = portion;
    /** @type {Map<number, Found>} */
    this.stored = new Map();
    /** @type {string[]} */
    this.calls = [];
    /** How many of the next calls find no network. */
    this.awayFor = 0;
    /** @type {Error | null} what storing fails with */
    this.refusal = null;
    /** @type {number[]} sizes of what was sent */
    this.portions = [];
    /** @type {number[][]} */
    this.known = [];
  }

  /** @returns {Batch} */
  batch(open = true) {
    const total = this.tasks_.reduce((sum, { attempts }) => sum + attempts, 0);
    return { id: 1, kind: "verify", open, total, made: 0, urls: /** @type {any} */ ({}) };
  }

  /** @param {Batch} _batch @param {number} after @param {number[]} known */
  async tasks(_batch, after, known) {
    this.#call("tasks");
    this.known.push(known);
    const waiting = this.tasks_.filter(({ id }) => id > after && !this.stored.has(id));
    const tasks = waiting.slice(0, this.portion);
    const needed = [...new Set(tasks.map(({ version }) => version))].filter((id) => !known.includes(id));
    const versions = needed.map((id) => /** @type {Version} */ ({ id, title: "T", document: DOCUMENT, recorded: {} }));
    return { tasks, versions, next: waiting.length > tasks.length ? /** @type {Task} */ (tasks.at(-1)).id : null };
  }

  /** @param {Batch} _batch @param {Found[]} verdicts */
  async store(_batch, verdicts) {
    this.#call("store");
    if (this.refusal) throw this.refusal;
    this.portions.push(verdicts.length);
    for (const one of verdicts) if (!this.stored.has(one.attempt)) this.stored.set(one.attempt, one);
    return this.batch();
  }

  async finish() {
    this.#call("finish");
    return this.batch(false);
  }

  async cancel() {
    this.#call("cancel");
    return this.batch(false);
  }

  /** @param {string} name */
  #call(name) {
    this.calls.push(name);
    if (this.awayFor > 0) {
      this.awayFor -= 1;
      throw new AwayError();
    }
  }
}
