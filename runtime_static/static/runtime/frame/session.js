// The frame's conversation with its page: which interpreter runs, which one is next, when a spare is started, and when
// a program that does not stop is ended. Questions to the judge of checks go to an interpreter beside all these.

import { readPageMessage } from "../messages.js";
/** @import { Interpreter } from "./interpreter.js" */
/** @import { JudgeHost } from "./judge-host.js" */
/** @import { ObserveMessage } from "../messages.js" */

/** How long a program may take to stop by itself, in milliseconds. */
const STOP_GRACE = 1_500;
/** A program that goes on this long (milliseconds) after Stop is interrupted a second time. */
const STOP_AGAIN = 700;
/** A run that lasts this long (milliseconds) gets a spare interpreter started beside it. */
const SPARE_DELAY = 1_000;

/** What checks hear of a program; whatever else it does is nobody's business. */
const WHILE_OBSERVING = new Set(["packages", "started", "observation", "done"]);
/** What only observed programs and judges say. */
const OF_CHECKS = new Set(["observation", "judged", "judge-failed"]);
const NO_ENGINE = "The checks could not be loaded. Check the connection and try again.";

/** @typedef {Extract<NonNullable<ReturnType<typeof readPageMessage>>, {type: "input" | "event" | "cancel-input"}>} PersonsMessage */
/**
 * @typedef {{type: string} & Record<string, unknown>} Report
 * @typedef {ConstructorParameters<typeof Interpreter>[1]} InterpreterHooks
 * @typedef {Parameters<Interpreter["run"]>[0]} Program
 * @typedef {{id: number, interpreter: Interpreter, observing: boolean, started: boolean, stopping: boolean, begun: number}} CurrentRun
 * @typedef {{spare: boolean, resting?: () => void, engine: () => Promise<Record<string, string>>,
 *   makeJudge: (say: (answer: {type: "judged" | "judge-failed"} & Record<string, unknown>) => void) => JudgeHost}} Options
 * `spare`: whether memory allows two interpreters at a time; `resting` is called when Python is ready and no program runs or waits;
 * `engine` loads the engine of checks.
 */

export class Session {
  /**
   * @param {MessagePort} port to the page
   * @param {(hooks: InterpreterHooks) => Interpreter} makeInterpreter gives one that is booting
   * @param {Options} options
   */
  constructor(port, makeInterpreter, { spare, resting = () => {}, engine, makeJudge }) {
    this.port = port;
    this.makeInterpreter = makeInterpreter;
    this.spareAllowed = spare;
    this.resting = resting;
    this.engine = engine;
    this.judge = makeJudge((answer) => this.#post(answer));
    /** @type {Interpreter | null} the one that the next run gets */
    this.next = null;
    /** @type {CurrentRun | null} */
    this.current = null;
    /** @type {Program | null} a run that waits for Python */
    this.waiting = null;
    /** @type {number | null} the id of what waits for the engine of checks */
    this.expected = null;
    this.dropped = 0;
    port.onmessage = (event) => this.#receive(event.data);
    this.#prepareNext();
  }

  /** @param {unknown} data */
  #receive(data) {
    const message = readPageMessage(data);
    if (!message) this.dropped += 1;
    else if (message.type === "run") this.#queue(message);
    else if (message.type === "observe") void this.#observe(message);
    else if (message.type === "judge") this.judge.ask(message);
    else if (message.type === "prepare-judge") this.judge.prepare();
    else if (message.type === "kill") this.#endNow(message.id);
    else if (message.type === "ack") this.current?.interpreter.pump.acknowledge(message.bytes);
    else if (message.type === "stop") this.#stop(message.id);
    else if (message.id === this.current?.id) this.#handOn(this.current.interpreter, message);
  }

  /** @param {Interpreter} interpreter @param {PersonsMessage} message */
  #handOn(interpreter, message) {
    if (message.type === "input") interpreter.giveInput(message.text);
    else if (message.type === "event") interpreter.giveEvent(message);
    else interpreter.refuseInput();
  }

  /** @param {ObserveMessage} message */
  async #observe(message) {
    const { id } = message;
    this.expected = id;
    const code = await this.engine().catch(() => null);
    if (this.expected !== id) return; // stopped meanwhile
    this.expected = null;
    if (code) this.#queue({ ...message, code });
    else this.#post({ type: "done", id, outcome: "crashed", message: NO_ENGINE, ms: 0 });
  }

  /** @param {Program} program */
  #queue(program) {
    if (this.current || this.waiting || this.expected !== null) {
      this.dropped += 1;
      return;
    }
    this.waiting = program;
    this.#prepareNext();
    if (this.next?.phase === "ready") this.#begin();
    else this.#tellBoot();
  }

  #begin() {
    const [program, interpreter] = [this.waiting, this.next];
    if (!program || !interpreter) return;
    this.waiting = null;
    this.next = null;
    const observing = program.type === "observe";
    this.current = { id: program.id, interpreter, observing, started: false, stopping: false, begun: performance.now() };
    interpreter.run(program);
    if (this.spareAllowed) this.spareTimer = setTimeout(() => this.#prepareNext(), SPARE_DELAY);
  }

  #prepareNext() {
    if (this.next) return;
    const interpreter = this.makeInterpreter({
      ready: () => this.#nextReady(interpreter),
      failed: (detail) => this.#nextFailed(interpreter, detail),
      report: (report) => this.#report(interpreter, report),
      gone: (sentence) => this.#gone(interpreter, sentence),
    });
    this.next = interpreter;
    if (!this.current) this.#tellBoot();
  }

  /** @param {Interpreter} interpreter */
  #nextReady(interpreter) {
    if (interpreter !== this.next || this.current) return;
    this.#tellBoot();
    if (this.waiting) this.#begin();
    else this.resting();
  }

  /** @param {Interpreter} interpreter @param {string} detail */
  #nextFailed(interpreter, detail) {
    if (interpreter !== this.next) return;
    this.next = null;
    this.waiting = null;
    if (!this.current) this.#post({ type: "boot", phase: "failed", detail });
  }

  #tellBoot() {
    this.#post({ type: "boot", phase: this.next?.phase === "ready" ? "ready" : "python", detail: "" });
  }

  /** @param {Interpreter} interpreter @param {Report} report */
  #report(interpreter, report) {
    if (interpreter !== this.current?.interpreter) return;
    const fits = this.current.observing ? WHILE_OBSERVING.has(report.type) : !OF_CHECKS.has(report.type);
    if (!fits) return;
    if (report.type === "started") this.current.started = true;
    if (report.type === "done") this.#finish(report);
    else this.#post({ ...report, id: this.current.id });
  }

  /** @param {number} id */
  #stop(id) {
    if (this.waiting?.id === id || this.expected === id) {
      this.waiting = null;
      this.expected = null;
      this.#post({ type: "done", id, outcome: "stopped", message: "", ms: 0 });
    } else if (this.current?.id === id && !this.current.stopping) {
      this.current.stopping = true;
      this.current.interpreter.stop();
      const { interpreter, started } = this.current;
      this.stopAgainTimer = setTimeout(() => interpreter.stop(), STOP_AGAIN);
      this.stopTimer = setTimeout(() => this.#kill(), started ? STOP_GRACE : 0);
    }
  }

  /** @param {number} id */
  #endNow(id) {
    if (id === this.current?.id) this.#kill();
    else this.#stop(id);
  }

  #kill() {
    this.current?.interpreter.end();
    this.#finish({ type: "done", outcome: "stopped", message: "", ms: this.#elapsed() });
  }

  /** @param {Interpreter} interpreter @param {string} sentence */
  #gone(interpreter, sentence) {
    if (interpreter === this.next) this.#nextFailed(interpreter, sentence);
    if (interpreter !== this.current?.interpreter) return;
    const outcome = this.current.stopping ? "stopped" : "crashed";
    this.#finish({ type: "done", outcome, message: outcome === "stopped" ? "" : sentence, ms: this.#elapsed() });
  }

  /** @returns {number} milliseconds since the program was handed over */
  #elapsed() {
    return this.current ? performance.now() - this.current.begun : 0;
  }

  /** @param {Report} report of type `done` */
  #finish(report) {
    if (!this.current) return;
    [this.stopTimer, this.stopAgainTimer, this.spareTimer].forEach((timer) => clearTimeout(timer));
    const { id, interpreter } = this.current;
    this.current = null;
    interpreter.end();
    // The page takes what `boot` says last for the state of the next run, so it goes out before `done`.
    if (this.next) this.#tellBoot();
    else this.#prepareNext();
    this.#post({ ...report, id });
    if (this.next?.phase === "ready") this.resting();
  }

  /** @param {Report} message */
  #post(message) {
    const buffers = new Set();
    if (message.bytes instanceof Uint8Array) buffers.add(message.bytes.buffer);
    if (Array.isArray(message.changed)) message.changed.forEach((file) => buffers.add(file.bytes.buffer));
    this.port.postMessage(message, [...buffers]);
  }
}
