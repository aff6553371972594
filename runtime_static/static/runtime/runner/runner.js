// The page's side of a run: hands the project to the frame, decides the state, and tells the page what happens.
// Everything that arrives is checked; what does not fit is dropped.

import { LIMITS, PROTOCOL_VERSION, RUN_STATES, isHello, readFrameMessage } from "../messages.js";

/** How long a stop may stay unanswered before the frame is loaded again, in milliseconds. */
const STOP_PATIENCE = 5_000;
/** How long a frame that has loaded may take to greet; what the browser shows in place of a page that it cannot load never does. */
const GREETING_PATIENCE = 5_000;
const FRAME_LOST = "Python did not answer and was started again.";
const FRAME_MISSING = "Python could not be loaded.";

/** @typedef {{path: string, bytes: Uint8Array}} ProjectFile */
/** @typedef {{name: string, sha256: string, size: number}} Wheel */
/** @typedef {keyof typeof RUN_STATES} RunState */
/** @typedef {"finished" | "failed" | "stopped" | "crashed"} Outcome */
/** @typedef {{type: "done", id: number, outcome: Outcome, message: string, ms: number}} DoneMessage */
/** @typedef {NonNullable<ReturnType<typeof readFrameMessage>>} FrameMessage */
/** @typedef {Exclude<FrameMessage, {type: "boot" | "judged" | "judge-failed"}>} RunEvent */
/** @typedef {{id: number, observing: boolean, message: object, sent: boolean, started: boolean, stopping: boolean}} CurrentRun */
/** @typedef {{main: string, files: ProjectFile[], wheels?: Wheel[], packages?: string[]}} Project `wheels` and `packages` as in `messages.js` */

/**
 * Runs programs in the frame. Events, all `CustomEvent`s:
 * `state` {state, text, note}, `output` {id, stream, text}, `image`, `drawing`, `drawing-image`, `input-request` {id}, `traceback`, `files`, `done`
 * (shapes: `messages.js`). Of a program that is run for checks only `state`, `observation` {id, step, report} and, at its end, `observed`
 * (as `done`). For the judge: `judged`, `judge-failed`, and `connected` when there is another frame to speak with.
 */
export class Runner extends EventTarget {
  /** @param {{stopPatience?: number, greetingPatience?: number}} [options] milliseconds */
  constructor({ stopPatience = STOP_PATIENCE, greetingPatience = GREETING_PATIENCE } = {}) {
    super();
    this.stopPatience = stopPatience;
    this.greetingPatience = greetingPatience;
    /** @type {RunState} */
    this.state = "loading";
    /** @type {MessagePort | null} */
    this.port = null;
    /** @type {CurrentRun | null} */
    this.current = null;
    this.note = "";
    this.pythonReady = false;
    this.dropped = 0;
    this.lastId = 0;
    /** @type {HTMLIFrameElement | null} */
    this.iframe = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.stopTimer = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.greetingTimer = undefined;
    /** Which loading of the frame was answered; its later greetings were sent before the answer came. */
    this.greetedBy = "";
    this.listenForHello = this.#onWindowMessage.bind(this);
    /** Whether Python could not be loaded; `retry` tries again. */
    this.bootFailed = false;
  }

  /** @returns {boolean} whether a program runs, waits, or is about to */
  get busy() {
    return this.current !== null;
  }

  /** @returns {boolean} whether that program is run for checks */
  get observing() {
    return this.current?.observing === true;
  }

  /** @param {HTMLIFrameElement} iframe the frame of the run origin; it may be loading or loaded */
  attach(iframe) {
    this.iframe = iframe;
    globalThis.addEventListener("message", this.listenForHello);
    iframe.addEventListener("load", () => this.#expectHello());
  }

  /** Load Python again after it could not be loaded: the network is back. */
  retry() {
    if (!this.bootFailed || !this.iframe) return;
    this.bootFailed = false;
    this.port?.close();
    this.port = null;
    this.#become("loading");
    this.iframe.src = String(this.iframe.src);
  }

  /** Speak with a frame over `port`. `attach` does this when the frame says hello. @param {MessagePort} port */
  connect(port) {
    if (this.current?.sent) this.#lose("crashed");
    this.port?.close();
    this.port = port;
    this.pythonReady = false;
    port.onmessage = (event) => this.#receive(event.data);
    this.#sendCurrent();
    this.#emit("connected", {});
  }

  /**
   * Run the project's main file. While Python loads, the run waits for it.
   * @param {Project & {columns?: number}} project `columns` is how many characters fit into a line of the console
   * @returns {number | null} the run's id, or null when a program runs already
   */
  run({ columns = 80, ...project }) {
    return this.#start({ ...project, type: "run", columns });
  }

  /**
   * Have the steps of checks run (docs/checks.md), by the project's files. It is stopped as a run is.
   * @param {Project & {steps: object[]}} project @returns {number | null} an id, or null when a program runs already
   */
  observe({ steps, ...project }) {
    return this.#start({ ...project, type: "observe", steps: JSON.stringify(steps) });
  }

  /** @param {Project & {type: string, columns?: number, steps?: string}} program @returns {number | null} */
  #start({ wheels = [], packages = [], ...program }) {
    if (this.current) return null;
    const id = ++this.lastId;
    const message = { ...program, id, wheels, packages };
    this.current = { id, observing: program.type === "observe", message, sent: false, started: false, stopping: false };
    if (!this.port) this.retry();
    this.#become(this.pythonReady ? "running" : "loading");
    this.#sendCurrent();
    return id;
  }

  /** Tell the frame's judge of checks something. @param {object} message @returns {boolean} false when there is no frame yet */
  tellJudge(message) {
    this.port?.postMessage(message);
    return this.port !== null;
  }

  /** @param {string} text one line, without the line break @returns {boolean} false when no program waits for it */
  sendInput(text) {
    if (!this.current || this.state !== "waiting") return false;
    this.port?.postMessage({ type: "input", id: this.current.id, text: text.slice(0, LIMITS.inputCharacters) });
    this.#become("running");
    return true;
  }

  /** Send off the program's question without an answer. @returns {boolean} false when no program waits for one */
  cancelInput() {
    if (!this.current || this.state !== "waiting") return false;
    this.port?.postMessage({ type: "cancel-input", id: this.current.id });
    this.#become("running");
    return true;
  }

  /**
   * Tell the program what a person did on a drawing.
   * @param {{drawing: number, kind: string, key: string, x: number, y: number, button: number}} event see `messages.js`
   */
  sendEvent(event) {
    if (this.current) this.port?.postMessage({ type: "event", id: this.current.id, ...event });
  }

  /** Stop whatever runs. */
  stop() {
    this.#end("stop");
  }

  /** End whatever runs at once, without asking it. */
  kill() {
    this.#end("kill");
  }

  /** @param {"stop" | "kill"} how */
  #end(how) {
    if (!this.current || (this.current.stopping && how === "stop")) return;
    const { id, sent } = this.current;
    if (!sent) {
      this.#finish({ type: "done", id, outcome: "stopped", message: "", ms: 0 });
      return;
    }
    this.current.stopping = true;
    this.port?.postMessage({ type: how, id });
    clearTimeout(this.stopTimer);
    this.stopTimer = setTimeout(() => this.#reload(), this.stopPatience);
  }

  /** Let go of the frame; nothing is reported any more. */
  dispose() {
    if (this.iframe) globalThis.removeEventListener("message", this.listenForHello);
    this.iframe = null;
    clearTimeout(this.stopTimer);
    clearTimeout(this.greetingTimer);
    this.port?.close();
    this.port = null;
    this.current = null;
  }

  /** @param {MessageEvent} event */
  #onWindowMessage(event) {
    if (!this.iframe || event.source !== this.iframe.contentWindow) return;
    const origin = new URL(this.iframe.src).origin;
    if (event.origin !== origin || !isHello(event.data) || event.data.frame === this.greetedBy) return;
    this.greetedBy = event.data.frame;
    const { port1, port2 } = new MessageChannel();
    this.connect(port1);
    this.iframe.contentWindow?.postMessage({ type: "connect", version: PROTOCOL_VERSION }, origin, [port2]);
  }

  /** The frame has loaded, or the browser shows that it could not. */
  #expectHello() {
    const before = this.greetedBy;
    clearTimeout(this.greetingTimer);
    this.greetingTimer = setTimeout(() => {
      if (!this.port && this.greetedBy === before) this.#boot("failed", FRAME_MISSING);
    }, this.greetingPatience);
  }

  #sendCurrent() {
    if (!this.port || !this.current || this.current.sent) return;
    this.current.sent = true;
    this.port.postMessage(this.current.message);
    this.current.message = {};
  }

  /** @param {unknown} data */
  #receive(data) {
    const message = readFrameMessage(data);
    if (!message) {
      this.dropped += 1;
    } else if (message.type === "boot") {
      this.#boot(message.phase, message.detail);
    } else if (message.type === "judged" || message.type === "judge-failed") {
      this.#emit(message.type, message);
    } else if (this.current?.sent && message.id === this.current.id) {
      this.#handle(message);
    }
  }

  /** @param {"python" | "ready" | "failed"} phase @param {string} detail */
  #boot(phase, detail) {
    this.pythonReady = phase === "ready";
    this.bootFailed = phase === "failed";
    const waits = this.current && !this.current.started;
    if (phase === "failed" && waits) {
      this.#finish({ type: "done", id: this.lastId, outcome: "crashed", message: detail, ms: 0 });
    } else if (phase === "failed") {
      this.#become("failed", detail);
    } else if (phase === "ready" && this.state === "loading") {
      this.#become(waits ? "running" : "ready");
    } else if (phase === "python" && waits) {
      this.#become("loading");
    }
  }

  /** @param {RunEvent} message */
  #handle(message) {
    if (message.type === "done") {
      this.#finish(message);
      return;
    }
    if (message.type === "packages") this.#begin("packages", message.text);
    if (message.type === "started") this.#begin("running");
    if (message.type === "input-request" && !this.observing) this.#become("waiting");
    if (message.type === "packages" || message.type === "started") return;
    if ((message.type === "observation") !== this.observing) return;
    this.#emit(message.type, message);
    if (message.type === "output") this.port?.postMessage({ type: "ack", bytes: message.text.length });
    if ("bytes" in message) this.port?.postMessage({ type: "ack", bytes: message.bytes.length });
  }

  /** @param {RunState} state @param {string} [note] */
  #begin(state, note) {
    if (this.current) this.current.started = true;
    this.#become(state, note);
  }

  /** @param {DoneMessage} message */
  #finish(message) {
    clearTimeout(this.stopTimer);
    const observed = this.observing;
    this.current = null;
    // What became of a program that was run for checks, they say themselves.
    if (observed) this.#become(this.bootFailed ? "failed" : "ready", this.bootFailed ? message.message : "");
    else this.#become(message.outcome === "crashed" ? "failed" : message.outcome, message.message);
    this.#emit(observed ? "observed" : "done", message);
  }

  /** The frame is gone or silent. @param {Outcome} outcome */
  #lose(outcome) {
    if (this.current) {
      this.#finish({ type: "done", id: this.current.id, outcome, message: FRAME_LOST, ms: 0 });
    }
  }

  /** Load the frame again after a stop that nobody answered; the new frame says hello. */
  #reload() {
    this.port?.close();
    this.port = null;
    this.pythonReady = false;
    this.#lose("stopped");
    if (this.iframe) this.iframe.src = String(this.iframe.src);
  }

  /** @param {RunState} state @param {string} [note] */
  #become(state, note = "") {
    if (this.state === state && this.note === note) return;
    this.state = state;
    this.note = note;
    this.#emit("state", { state, text: RUN_STATES[state], note });
  }

  /** @param {string} name @param {object} detail */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
