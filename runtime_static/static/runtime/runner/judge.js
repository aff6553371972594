// The page's side of the judge of checks: questions with answers, over the port that the runner has to the frame.

/** @import { Runner } from "./runner.js" */

const NO_FRAME = "Python could not be loaded.";

/** The judge could not say; the message is one sentence. */
export class JudgeError extends Error {}

/** @typedef {{text: string, resolve: (answer: any) => void, reject: (error: JudgeError) => void}} Pending */

export class Judge {
  /** @param {Runner} runner whose frame has the judge */
  constructor(runner) {
    this.runner = runner;
    this.lastId = 0;
    /** @type {Map<number, Pending>} questions by their id, in their order */
    this.pending = new Map();
    this.prepared = false;
    /** @param {string} name @param {(detail: any) => void} act */
    const on = (name, act) => runner.addEventListener(name, (event) => act(/** @type {CustomEvent} */ (event).detail));
    on("judged", ({ id, answer }) => this.#answered(id, answer));
    on("judge-failed", ({ id, detail }) => this.#take(id)?.reject(new JudgeError(detail)));
    on("connected", () => this.#sendAll());
    on("state", ({ state, note }) => {
      if (state === "failed" && !runner.port) this.#failAll(note || NO_FRAME);
    });
  }

  /** Somebody is about to ask: have the judge loaded. */
  prepare() {
    this.prepared = true;
    this.runner.tellJudge({ type: "prepare-judge" });
  }

  /**
   * @param {object} request as docs/checks.md has it @returns {Promise<any>} the answer @throws {JudgeError} when there is none
   */
  ask(request) {
    return new Promise((resolve, reject) => {
      const id = ++this.lastId;
      const text = JSON.stringify(request);
      this.pending.set(id, { text, resolve, reject });
      this.runner.tellJudge({ type: "judge", id, request: text });
    });
  }

  /** Another frame: it knows of nothing yet. */
  #sendAll() {
    if (this.prepared) this.runner.tellJudge({ type: "prepare-judge" });
    for (const [id, { text }] of this.pending) this.runner.tellJudge({ type: "judge", id, request: text });
  }

  /** @param {number} id @returns {Pending | undefined} */
  #take(id) {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    return pending;
  }

  /** @param {number} id @param {string} text */
  #answered(id, text) {
    const pending = this.#take(id);
    if (!pending) return;
    const answer = JSON.parse(text);
    if (typeof answer?.problem === "string") pending.reject(new JudgeError(answer.problem));
    else pending.resolve(answer);
  }

  /** @param {string} sentence */
  #failAll(sentence) {
    for (const id of [...this.pending.keys()]) this.#take(id)?.reject(new JudgeError(sentence));
  }
}
