// The frame's conversation with its page: which interpreter runs, which one is next, when a spare is started, and when
// a program that does not stop is ended.

import { readPageMessage } from "../messages.js";
/** @import { Interpreter } from "./interpreter.js" */

/** How long a program may take to stop by itself, in milliseconds. */
const STOP_GRACE = 1_500;
/** A program that goes on this long (milliseconds) after Stop is interrupted a second time. */
const STOP_AGAIN = 700;
/** A run that lasts this long (milliseconds) gets a spare interpreter started beside it. */
const SPARE_DELAY = 1_000;

/** @typedef {Extract<NonNullable<ReturnType<typeof readPageMessage>>, {type: "input" | "event" | "cancel-input"}>} PersonsMessage */
/**
 * @typedef {{type: string} & Record<string, unknown>} Report
 * @typedef {ConstructorParameters<typeof Interpreter>[1]} InterpreterHooks
 * @typedef {Parameters<Interpreter["run"]>[0]} Program
 * @typedef {{id: number, interpreter: Interpreter, started: boolean, stopping: boolean, begun: number}} CurrentRun
 */

export class Session {
  /**
   * @param {MessagePort} port to the page
   * @param {(hooks: InterpreterHooks) => Interpreter} makeInterpreter gives one that is booting
   * @param {{spare: boolean, resting?: () => void}} options `spare`: whether memory allows two interpreters at a time;
   *   `resting` is called when Python is ready and no program runs or waits
   */
  constructor(port, makeInterpreter, { spare, resting = () => {} }) {
    this.port = port;
    this.makeInterpreter = makeInterpreter;
    this.spareAllowed = spare;
    this.resting = resting;
    /** @type {Interpreter | null} the one that the next run gets */
    this.next = null;
    /** @type {CurrentRun | null} */
    this.current = null;
    /** @type {Program | null} a run that waits for Python */
    this.waiting = null;
    this.dropped = 0;
    port.onmessage = (event) => this.#receive(event.data);
    this.#prepareNext();
  }

  /** @param {unknown} data */
  #receive(data) {
    const message = readPageMessage(data);
    if (!message) this.dropped += 1;
    else if (message.type === "run") this.#run(message);
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

  /** @param {Program} program */
  #run(program) {
    if (this.current || this.waiting) {
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
    this.current = { id: program.id, interpreter, started: false, stopping: false, begun: performance.now() };
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
    if (report.type === "started") this.current.started = true;
    if (report.type === "done") this.#finish(report);
    else this.#post({ ...report, id: this.current.id });
  }

  /** @param {number} id */
  #stop(id) {
    if (this.waiting?.id === id) {
      this.waiting = null;
      this.#post({ type: "done", id, outcome: "stopped", message: "", ms: 0 });
    } else if (this.current?.id === id && !this.current.stopping) {
      this.current.stopping = true;
      this.current.interpreter.stop();
      const { interpreter, started } = this.current;
      this.stopAgainTimer = setTimeout(() => interpreter.stop(), STOP_AGAIN);
      this.stopTimer = setTimeout(() => this.#kill(), started ? STOP_GRACE : 0);
    }
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
