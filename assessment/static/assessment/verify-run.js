// A run over a batch: takes tasks from the server, has them checked, and sends what was found in small portions. Knows of no page.

import { AwayError } from "./verify-api.js";

/** @import { Batch, Found, Result, Task, VerifyApi, Version } from "./verify-api.js" */

const SEND_AT = 5; // results …
const SEND_AFTER = 1_000; // … or milliseconds since the first of them
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;
const FEW = 3; // tasks at hand when the next portion is asked for
const END = Number.MAX_SAFE_INTEGER; // no task comes after it

/**
 * @typedef {Pick<VerifyApi, "tasks" | "store" | "finish" | "cancel">} Api
 * @typedef {(task: Task, version: Version) => Promise<Result[] | null>} Check null when it was cancelled; fails when nothing could be run
 * @typedef {(version: Version, sentence: string) => Result[]} Failure what is stored of a submission that could not be run
 * @typedef {{made: number, total: number, secondsLeft: number | null, who: string[], away: boolean}} Progress
 * @typedef {(milliseconds: number) => Promise<void>} Pause
 */

/** @type {Pause} */
const pauseFor = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** One batch, run once. Events (CustomEvent): `progress` {made, total, secondsLeft, who, away}. */
export class VerifyRun extends EventTarget {
  /**
   * @param {{api: Api, batch: Batch, check: Check, failure: Failure, lanes: number, runtime: string, pause?: Pause, now?: () => number}} options
   *   `lanes` is how many submissions are checked at once
   */
  constructor({ api, batch, check, failure, lanes, runtime, pause = pauseFor, now = () => performance.now() }) {
    super();
    this.api = api;
    this.batch = batch;
    this.check = check;
    this.failure = failure;
    this.lanes = lanes;
    this.runtime = runtime;
    this.pause = pause;
    this.now = now;
    this.started = now();
    this.made = batch.made;
    this.checked = 0;
    this.away = false;
    /** @type {Map<number, Version>} */
    this.versions = new Map();
    /** @type {Task[]} */
    this.tasks = [];
    /** @type {number | null} where the next portion of tasks begins; null when there is none */
    this.next = 0;
    /** @type {Promise<void> | null} */
    this.fetching = null;
    /** @type {Set<Task>} */
    this.running = new Set();
    /** @type {Found[]} */
    this.found = [];
    this.firstFound = 0;
    /** @type {Promise<void>} */
    this.sending = Promise.resolve();
    this.failed = false;
    /** @type {Promise<Batch> | null} */
    this.cancelling = null;
  }

  /**
   * Run everything that waits in the batch.
   * @returns {Promise<Batch>} as it is in the end: finished, or cancelled
   * @throws {import("./verify-api.js").RefusedError} when the server takes no more of it
   */
  async run() {
    this.#tell();
    let ran = true;
    while (ran && !this.cancelling) ran = await this.#runThrough();
    return this.cancelling ?? this.#persist(() => this.api.finish(this.batch));
  }

  /** Run nothing more; what was found is sent before the batch is cancelled. @returns {Promise<Batch>} */
  cancel() {
    this.cancelling ??= this.#sendAll().then(() => this.#persist(() => this.api.cancel(this.batch)));
    return this.cancelling;
  }

  /** Once over what waits. @returns {Promise<boolean>} whether there was anything */
  async #runThrough() {
    this.next = 0;
    await this.#fetch();
    const any = this.tasks.length > 0;
    await Promise.all(Array.from({ length: this.lanes }, () => this.#lane()));
    await this.#sendAll();
    return any;
  }

  async #lane() {
    for (let task = await this.#take(); task; task = await this.#take()) {
      this.running.add(task);
      this.#tell();
      const results = await this.#checked(task);
      this.running.delete(task);
      if (results) this.#keep(task, results);
    }
  }

  /** @returns {Promise<Task | null>} null when there is none, or none is wanted */
  async #take() {
    if (this.tasks.length < FEW && this.next !== null) this.fetching ??= this.#fetch().finally(() => { this.fetching = null; });
    if (!this.tasks.length) await this.fetching;
    return this.cancelling || this.failed ? null : this.tasks.shift() ?? null;
  }

  async #fetch() {
    const { tasks, versions, next } = await this.#persist(() => this.api.tasks(this.batch, this.next ?? 0, [...this.versions.keys()]));
    for (const version of versions) this.versions.set(version.id, version);
    this.tasks.push(...tasks);
    this.next = next;
  }

  /** @param {Task} task @returns {Promise<Result[] | null>} */
  async #checked(task) {
    const version = /** @type {Version} */ (this.versions.get(task.version));
    try {
      return await this.check(task, version);
    } catch {
      await this.#persist(() => this.api.tasks(this.batch, END, [])); // perhaps the network is away, and Python cannot be loaded
      if (this.cancelling) return null;
      return this.check(task, version).catch((error) => this.failure(version, String(error.message)));
    }
  }

  /** @param {Task} task @param {Result[]} results */
  #keep(task, results) {
    if (!this.found.length) this.firstFound = this.now();
    this.found.push({ attempt: task.id, runtime: this.runtime, results });
    this.made += task.attempts;
    this.checked += task.attempts;
    this.#tell();
    if (this.found.length >= SEND_AT || this.now() - this.firstFound > SEND_AFTER) this.#send().catch(() => { this.failed = true; });
  }

  /** @returns {Promise<void>} */
  async #sendAll() {
    while (this.found.length) await this.#send();
    await this.sending;
  }

  /** Send a portion, after those before it. @returns {Promise<void>} */
  #send() {
    const portion = this.found.splice(0, SEND_AT);
    this.sending = this.sending.then(async () => {
      this.batch = await this.#persist(() => this.api.store(this.batch, portion));
    });
    return this.sending;
  }

  /** Ask until the server answers. @template T @param {() => Promise<T>} ask @returns {Promise<T>} */
  async #persist(ask) {
    for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        const answer = await ask();
        this.#become(false);
        return answer;
      } catch (error) {
        if (!(error instanceof AwayError)) throw error;
        this.#become(true);
        await this.pause(pause);
      }
    }
  }

  /** @param {boolean} away */
  #become(away) {
    if (this.away === away) return;
    this.away = away;
    this.#tell();
  }

  #tell() {
    const { made, away, batch: { total } } = this;
    const each = this.checked ? (this.now() - this.started) / this.checked : null;
    const secondsLeft = each === null ? null : Math.ceil((each * (total - made)) / 1000);
    const who = [...this.running].flatMap((task) => task.who);
    this.dispatchEvent(new CustomEvent("progress", { detail: { made, total, secondsLeft, who, away } }));
  }
}
