// One run: the project's files, the packages, Python's streams, and the word at the end.

/** @import { createLink } from "./link.js" */
import { Drawings } from "./drawings.js";
import { Network } from "./network.js";
import { Library } from "./library.js";
import { loadPackages } from "./packages.js";
import { ProjectFiles } from "./project-files.js";
import { PROJECT_ROOT } from "./python.js";
import { connectStreams, stopChecker, watchForCrash } from "./streams.js";
import { WheelError, installWheels, notServed } from "./wheels.js";

/** Named apart: static hashing would take a string inside the call of pyimport for the address of a file. */
const ENTRY = "codeyard.program";
const TOO_DEEP = "Python ran out of stack: functions call each other too deeply for the browser";
const EXITED = "The program ended Python itself, with os._exit or os.abort";
const CRASHED = "Python crashed";
const RESTARTED = "Python was started again.";

/**
 * @typedef {ReturnType<typeof createLink>} Link
 * @typedef {Parameters<typeof loadPackages>[1]} Lock
 * @typedef {{id: number, main: string, files: {path: string, bytes: Uint8Array}[], wheels: Parameters<typeof installWheels>[1],
 *   packages: string[], columns: number}} Request
 */

/**
 * @param {unknown} error thrown by Pyodide, not by the program, or why the program could not start
 * @param {string} dump Python's stack at that moment, innermost line first
 * @returns {string} one or two sentences for the student
 */
export function explainCrash(error, dump) {
  if (error instanceof WheelError) return error.message;
  const text = String(error);
  const tooDeep = error instanceof RangeError || text.includes("call stack");
  const reason = tooDeep ? TOO_DEEP : /exit|abort|unreachable/i.test(text) ? EXITED : CRASHED;
  const place = /File "\/project\/([^"\n]{1,255})", line (\d+)/.exec(dump);
  return `${reason}${place ? ` (${place[1]}, line ${place[2]})` : ""}. ${RESTARTED}`;
}

/** @returns {Promise<boolean>} whether the server of this worker's own module is out of reach */
async function isAway() {
  try {
    await fetch(location.href, { method: "HEAD", cache: "no-store" });
    return false;
  } catch {
    return true;
  }
}

export class Program {
  /** @param {any} pyodide @param {Link} link @param {{lock: Lock, packages: string, pixelRatio: number}} options `packages` is a folder */
  constructor(pyodide, link, { lock, packages, pixelRatio }) {
    this.pyodide = pyodide;
    this.link = link;
    this.lock = lock;
    this.id = 0;
    this.encoder = new TextEncoder();
    this.network = new Network();
    this.files = new ProjectFiles(pyodide.FS, PROJECT_ROOT, {
      report: (changes) => this.#reportFiles(changes),
      warn: (sentence) => this.#warn(sentence),
    });
    this.checkStop = stopChecker(pyodide, link.channel);
    this.crash = watchForCrash();
    this.drawings = new Drawings(link, {
      id: () => this.id,
      askForInput: () => this.#askForInput(),
      checkStop: this.checkStop,
      tick: () => this.files.tick(),
    });
    connectStreams(pyodide, link.channel, {
      crash: this.crash,
      askForInput: () => this.#askForInput(),
      checkStop: this.checkStop,
      tick: () => this.files.tick(),
    });
    this.library = new Library(pyodide.FS, packages + lock.codeyard.library.file);
    pyodide.registerJsModule("_codeyard", this.#bridge(pixelRatio));
    this.python = pyodide.pyimport(ENTRY);
    this.python.prepare(JSON.stringify(this.#importTable()));
  }

  /** @param {Request} request */
  async run({ id, main, files, wheels, packages, columns }) {
    this.id = id;
    this.python.set_columns(columns);
    let begun = performance.now();
    try {
      await this.prepare({ files, wheels, packages });
      this.files.watchClosing();
      this.link.post({ type: "started", id });
      begun = performance.now();
      const outcome = await this.#call(main);
      this.drawings.beforeWaiting();
      this.files.sync();
      this.#done(outcome, "", begun);
    } catch (error) {
      this.#done(this.link.channel.stopped ? "stopped" : "crashed", explainCrash(error, this.crash.dump), begun);
    }
  }

  /**
   * Put the files of the project into place, and all that they import.
   * @param {Pick<Request, "files" | "wheels" | "packages">} request @param {string[]} [others] sources that will run beside them
   * @throws {WheelError} when something is not to be had that requirements.txt asks for
   */
  async prepare({ files, wheels, packages }, others = []) {
    this.files.write(files);
    await this.#install(wheels, packages);
    await this.#load(this.python.needed_packages(this.pyodide.toPy(others)).toJs());
  }

  /** A stop while Python waits in the event loop, where it does not look at the interrupt byte. */
  cancelTasks() {
    if (!this.link.channel.stopped) return;
    this.network.abort();
    this.python.cancel_tasks();
  }

  /** With stack switching (JSPI) recursion may go deeper, and `asyncio.run` can wait. @param {string} main */
  async #call(main) {
    const { run } = this.python;
    const result = "Suspending" in WebAssembly ? await run.callPromising(main) : await run(main);
    return String(result);
  }

  /** @param {string} outcome @param {string} message @param {number} begun */
  #done(outcome, message, begun) {
    const ms = performance.now() - begun;
    this.link.postInOrder({ type: "done", id: this.id, outcome, message: outcome === "crashed" ? message : "", ms });
  }

  #askForInput() {
    this.drawings.beforeWaiting();
    this.files.sync();
    this.link.postInOrder({ type: "input-request", id: this.id });
  }

  /** What requirements.txt asks for; all of it, or the program does not start. @param {Request["wheels"]} wheels @param {string[]} packages */
  async #install(wheels, packages) {
    const [absent] = notServed(this.lock, packages);
    if (absent) throw new WheelError(`${absent} is in requirements.lock, and this server does not have it any more.`);
    await installWheels(this.pyodide, wheels, this.lock, (text) => this.#progress(text));
    if (packages.length) await this.#load(packages);
  }

  /** @param {string} text */
  #progress(text) {
    this.link.post({ type: "packages", id: this.id, text });
  }

  /** @param {string[]} names */
  async #load(names) {
    const loaded = loadPackages(this.pyodide, this.lock, names, {
      progress: (text) => this.#progress(text),
      warn: (sentence) => this.#warn(sentence),
      isAway,
    });
    await (names.length ? Promise.all([loaded, this.library.bring()]) : loaded);
  }

  /** @param {{changed: {path: string, bytes: Uint8Array}[], deleted: string[]}} changes */
  #reportFiles({ changed, deleted }) {
    this.link.post({ type: "files", id: this.id, changed, deleted }, changed.map((file) => file.bytes.buffer));
  }

  /** @param {string} sentence */
  #warn(sentence) {
    this.link.channel.write("stderr", this.encoder.encode(`${sentence}\n`));
  }

  /**
   * @returns {{installed: Record<string, string>, missing: Record<string, string>, library: string[]}} packages by the name they
   *   are imported by, and modules of the standard library that did not come with the start
   */
  #importTable() {
    const rows = Object.entries(this.lock.packages).flatMap(([name, entry]) => entry.imports.map((top) => [top, name]));
    const { missing, library } = this.lock.codeyard;
    return { installed: Object.fromEntries(rows), missing, library: library.modules };
  }

  /** What Python's side may call, as the module `_codeyard`. @param {number} pixelRatio */
  #bridge(pixelRatio) {
    const { link, network } = this;
    return {
      ...this.drawings.bridge(),
      fetch: network.fetch.bind(network),
      library: () => this.library.install(),
      fetch_now: network.fetchNow.bind(network),
      pixel_ratio: pixelRatio,
      stopped: () => link.channel.stopped,
      sleep: (/** @type {number} */ seconds) => {
        this.drawings.beforeWaiting();
        this.files.tick();
        link.channel.sleep(seconds * 1000);
        this.checkStop();
      },
      load: async (/** @type {string} */ name) => {
        await this.#load([name]);
        link.post({ type: "started", id: this.id });
      },
      traceback: (/** @type {string} */ report) =>
        link.postInOrder({ type: "traceback", id: this.id, ...JSON.parse(report) }),
      image: (/** @type {Uint8Array} */ bytes, /** @type {string} */ about) => {
        link.postInOrder({ type: "image", id: this.id, ...JSON.parse(about), bytes }, [bytes.buffer]);
        link.channel.waitUntilRead();
        this.checkStop();
      },
    };
  }
}
