// The page's side of the worker that reads Python while somebody types. It never stands in the way: without it, everything else works.

/** @import { Problem } from "./checker.js" */

const CHANCES = 3; // times that the worker may break before it is left alone

/**
 * @typedef {{addEventListener: (name: "message" | "error", listener: (event: any) => void) => void,
 *   postMessage: (message: unknown) => void, terminate: () => void}} WorkerLike
 * @typedef {{id: number, text: string, modules: readonly string[], resolve: (problems: Problem[] | null) => void}} Pending
 */

/** Answers with the problems of a text. Of several texts only the latest is read. */
export class LiveLint {
  /**
   * @param {{ruff: string}} addresses of Ruff's module
   * @param {() => WorkerLike} startWorker
   * @param {(note: string) => void} note for developers
   */
  constructor({ ruff }, startWorker, note = (text) => console.debug(text)) {
    this.ruff = ruff;
    this.startWorker = startWorker;
    this.note = note;
    this.lastId = 0;
    this.chances = CHANCES;
    this.wasReady = false;
    /** @type {WorkerLike | null} */
    this.worker = null;
    /** @type {Pending | null} */
    this.pending = null;
  }

  /** Load Ruff. What was asked for before is answered then. After a failure it may be called again. */
  begin() {
    if (this.worker || this.chances === 0) return;
    const worker = this.startWorker();
    this.worker = worker;
    worker.addEventListener("message", ({ data }) => this.#receive(data));
    worker.addEventListener("error", (event) => this.#broken(event.message ?? "the worker did not load"));
    worker.postMessage({ ruff: new URL(this.ruff, globalThis.location?.href).href });
    this.#send();
  }

  /**
   * @param {string} text of a Python file @param {readonly string[]} modules of the project
   * @returns {Promise<Problem[] | null>} null when another text was asked about in the meantime
   */
  check(text, modules) {
    this.pending?.resolve(null);
    return new Promise((resolve) => {
      this.pending = { id: ++this.lastId, text, modules, resolve };
      if (this.worker) this.#send();
      else if (this.wasReady) this.begin();
    });
  }

  #send() {
    if (!this.worker || !this.pending) return;
    const { id, text, modules } = this.pending;
    this.worker.postMessage({ id, text, modules });
  }

  /** @param {{type: string, id?: number, problems?: Problem[], detail?: string}} message */
  #receive({ type, id, problems, detail }) {
    if (type === "ready") this.wasReady = true;
    if (type === "failed") this.#broken(detail ?? "");
    if (type !== "problems" || id !== this.pending?.id) return;
    const { pending } = this;
    this.pending = null;
    pending?.resolve(problems ?? []);
  }

  /** A text on which Ruff broke is not sent again; the next one is. @param {string} detail */
  #broken(detail) {
    this.worker?.terminate();
    this.worker = null;
    this.chances -= 1;
    this.note(`Live lint: ${detail}`);
    this.pending?.resolve(null);
    this.pending = null;
  }
}
