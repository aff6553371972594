// The judge of checks: one lasting interpreter that no program of anybody ever enters. Questions go to it one after another.

/** @import { Interpreter } from "./interpreter.js" */

/** A question that takes this long (milliseconds) is given up, and the judge starts anew. */
export const PATIENCE = 15_000;
const SILENT = "The judge did not answer within 15 seconds, so it was started again.";
const NOT_LOADED = "The checks could not be loaded. Check the connection and try again.";

/**
 * @typedef {{id: number, request: string}} Question
 * @typedef {{type: string} & Record<string, unknown>} Report
 * @typedef {{type: "judged", id: number, answer: string} | {type: "judge-failed", id: number, detail: string}} Answer
 */

export class JudgeHost {
  /**
   * @param {(hooks: ConstructorParameters<typeof Interpreter>[1]) => Interpreter} makeInterpreter gives one that is booting
   * @param {() => Promise<Record<string, string>>} engine loads the engine of checks
   * @param {(answer: Answer) => void} say tells the page
   * @param {number} [patience] milliseconds
   */
  constructor(makeInterpreter, engine, say, patience = PATIENCE) {
    this.makeInterpreter = makeInterpreter;
    this.engine = engine;
    this.say = say;
    this.patience = patience;
    /** @type {Interpreter | null} */
    this.interpreter = null;
    this.isReady = false;
    /** @type {Question[]} */
    this.waiting = [];
    /** @type {Question | null} */
    this.current = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** Somebody is about to ask: have the judge ready. */
  prepare() {
    if (this.interpreter) return;
    const interpreter = this.makeInterpreter({
      ready: () => void this.#begin(interpreter),
      failed: (detail) => this.#lose(interpreter, detail, true),
      report: (report) => this.#report(interpreter, report),
      gone: (sentence) => this.#lose(interpreter, sentence, false),
    });
    this.interpreter = interpreter;
  }

  /** @param {Question} question */
  ask({ id, request }) {
    this.waiting.push({ id, request });
    this.#next();
  }

  /** @param {Interpreter} interpreter */
  async #begin(interpreter) {
    try {
      const code = await this.engine();
      if (interpreter !== this.interpreter) return;
      interpreter.becomeJudge(code);
      this.isReady = true;
      this.#next();
    } catch {
      this.#lose(interpreter, NOT_LOADED, true);
    }
  }

  #next() {
    if (this.current || !this.waiting.length) return;
    this.prepare();
    if (!this.isReady || !this.interpreter) return;
    this.current = this.waiting.shift() ?? null;
    const { interpreter } = this;
    this.timer = setTimeout(() => this.#lose(interpreter, SILENT, false), this.patience);
    if (this.current) interpreter.ask(this.current);
  }

  /** @param {Interpreter} interpreter @param {Report} report */
  #report(interpreter, report) {
    if (interpreter !== this.interpreter || !this.current || report.id !== this.current.id) return;
    if (report.type === "judge-failed") this.#lose(interpreter, String(report.detail), false);
    if (report.type !== "judged") return;
    const { id } = this.current;
    this.#rest();
    this.say({ type: "judged", id, answer: String(report.answer) });
    this.#next();
  }

  #rest() {
    clearTimeout(this.timer);
    this.current = null;
  }

  /**
   * This interpreter is of no use any more; the next question gets another one.
   * @param {Interpreter} interpreter @param {string} detail @param {boolean} all whether those that wait could not be answered either
   */
  #lose(interpreter, detail, all) {
    if (interpreter !== this.interpreter) return;
    const failed = [...(this.current ? [this.current] : []), ...(all ? this.waiting.splice(0) : [])];
    this.#rest();
    this.interpreter = null;
    this.isReady = false;
    interpreter.end();
    for (const { id } of failed) this.say({ type: "judge-failed", id, detail });
    this.#next();
  }
}
