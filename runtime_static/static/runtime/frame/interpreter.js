// One worker with one Python in it, from birth to its end. It runs one program and is then ended; or it is the judge of checks.

import { createChannel } from "../channel.js";
import { FrameChannel } from "../frame-channel.js";
import { readWorkerMessage } from "../messages.js";
import { OutputPump } from "./output-pump.js";
/** @import { AssetAddresses } from "./assets.js" */
/** @import { ObserveMessage, RunMessage } from "../messages.js" */

/**
 * @typedef {{type: string} & Record<string, unknown>} Report
 * @typedef {{ready: () => void, failed: (detail: string) => void, report: (report: Report) => void,
 *   gone: (sentence: string) => void}} InterpreterHooks
 * @typedef {RunMessage | ObserveMessage & {code: Record<string, string>}} Program `code` is the engine of checks
 */

const DIED = "Python ended without a word: the program closed it, or it ran out of memory.";
const BROKEN = "Python was ended because the program damaged its connection to this page.";
const CRASHED = "Python crashed and was started again.";

export class Interpreter {
  /** @param {AssetAddresses} addresses @param {InterpreterHooks} hooks */
  constructor(addresses, hooks) {
    this.addresses = addresses;
    this.hooks = hooks;
    /** @type {"booting" | "ready" | "running" | "ended"} */
    this.phase = "booting";
    this.dropped = 0;
    const buffers = createChannel();
    this.buffers = buffers;
    this.channel = new FrameChannel(buffers);
    this.pump = new OutputPump(this.channel, {
      deliver: (report) => this.#deliver(report),
      broken: () => this.#lose(BROKEN),
    });
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.farPort = port2;
    /** @type {Worker | null} */
    this.worker = null;
  }

  /** Start the worker. @param {Promise<object>} assets what `loadAssets` gives */
  async boot(assets) {
    try {
      const loaded = await assets;
      if (this.phase !== "ended") this.#start(loaded);
    } catch (error) {
      this.#fail(`Python could not be loaded: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** @param {Program} program */
  run(program) {
    this.phase = "running";
    const buffers = new Set(program.files.map((file) => file.bytes.buffer));
    this.port.postMessage(program, [...buffers]);
  }

  /** Make it the judge, which runs nobody's program. @param {Record<string, string>} code the engine of checks */
  becomeJudge(code) {
    this.phase = "running";
    this.port.postMessage({ type: "become-judge", code });
  }

  /** @param {{id: number, request: string}} question to the judge */
  ask({ id, request }) {
    this.port.postMessage({ id, request });
  }

  /** @param {string} text one line */
  giveInput(text) {
    this.channel.giveInput(text);
  }

  /** End the program's waiting for a line without one. */
  refuseInput() {
    this.channel.refuseInput();
  }

  /** @param {{drawing: number, kind: string, key: string, x: number, y: number, button: number}} event */
  giveEvent({ drawing, kind, key, x, y, button }) {
    this.channel.giveEvent(JSON.stringify({ drawing, kind, key, x, y, button }));
  }

  /** Ask the program to stop. */
  stop() {
    if (this.phase === "ended") return;
    this.channel.stop();
    // Python that waits in the event loop (asyncio) does not look at the interrupt byte.
    this.port.postMessage({ type: "stop" });
  }

  /** End the worker now. What it had printed is still handed on. */
  end() {
    if (this.phase === "ended") return;
    this.phase = "ended";
    this.worker?.terminate();
    this.port.close();
    this.pump.close();
  }

  /** @param {object} assets */
  #start(assets) {
    this.worker = new Worker(this.addresses.worker, { type: "module", name: "python" });
    this.worker.onerror = (event) => {
      event.preventDefault();
      if (this.phase === "booting") this.#fail(`Python could not be started: ${event.message ?? "the worker did not load"}`);
      else this.#lose(CRASHED);
    };
    this.port.onmessage = (event) => this.#receive(event.data);
    this.lock = `python-${crypto.randomUUID()}`;
    const boot = {
      buffers: this.buffers, port: this.farPort, assets, lock: this.lock, pyodide: this.addresses.pyodide,
      packages: this.addresses.packages,
      pixelRatio: Math.min(2, Math.max(1, globalThis.devicePixelRatio || 1)),
    };
    this.worker.postMessage(boot, [this.farPort]);
  }

  /** @param {unknown} data */
  #receive(data) {
    const received = readWorkerMessage(data);
    if (!received || this.phase === "ended") {
      this.dropped += 1;
      return;
    }
    const { barrier, message } = received;
    if (!message) this.#drop(barrier);
    else if (message.type === "data") this.pump.poke();
    else if (message.type === "alive") this.#watch();
    else if (message.type === "boot-failed") this.#fail(message.detail);
    else if (message.type === "ready") this.#becomeReady();
    else if (barrier > 0) this.pump.hold(barrier, message);
    else this.#deliver(message);
  }

  /** A message that does not fit. Its barrier is passed all the same. @param {number} barrier */
  #drop(barrier) {
    this.dropped += 1;
    if (barrier > 0) this.pump.hold(barrier, { type: "dropped" });
  }

  /** @param {Report} report */
  #deliver(report) {
    if (report.type === "closed") this.#lose(DIED);
    else if (report.type !== "dropped") this.hooks.report(report);
  }

  #becomeReady() {
    if (this.phase !== "booting") return;
    this.phase = "ready";
    this.hooks.ready();
  }

  /** The worker holds a lock for life; when it comes to us, the worker is gone. */
  #watch() {
    if (this.watched) return;
    this.watched = true;
    navigator.locks.request(String(this.lock), () => this.#lose(DIED)).catch(() => {});
  }

  /** @param {string} detail */
  #fail(detail) {
    if (this.phase !== "booting") return;
    this.end();
    this.hooks.failed(detail);
  }

  /** @param {string} sentence */
  #lose(sentence) {
    if (this.phase === "ended") return;
    if (this.phase === "booting") {
      this.#fail(sentence);
      return;
    }
    this.end();
    this.hooks.gone(sentence);
  }
}
