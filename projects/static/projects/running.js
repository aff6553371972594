// Run, Stop, and what a program says: wires the runner, the console and the files.

import { freePath } from "../files/file-names.js";
import { PackagesError } from "./project-packages.js";

/** @import { Connection } from "../offline/connection.js" */
/** @import { Runner } from "../runtime/runner/runner.js" */
/** @import { ConsoleView } from "../console/console-view.js" */
/** @import { Editing } from "./editing.js" */
/** @import { FileContents } from "./file-contents.js" */
/** @import { ProjectFiles } from "./project-files.js" */
/** @import { ProjectPackages } from "./project-packages.js" */
/** @import { Saver } from "./saver.js" */

/** @type {Readonly<Record<string, string>>} */
const TONES = Object.freeze({
  loading: "busy", packages: "busy", ready: "ok", running: "busy", waiting: "warn", finished: "ok", failed: "danger", stopped: "warn",
});
const ENDS = new Set(["finished", "failed", "stopped"]);
const NO_PROGRAM = "There is no Python file to run. Make one, main.py for example.";
const STOPPED = "The program was stopped.";
const LOAD_AGAIN = "Reload the page to try again.";
const NOT_HERE = "Python is not on this device yet: it loads when you are online again.";
/** What stands in for the main file while a check is looked at; it is no file of the project. */
const DEBUG_PROGRAM = "this_check.py";
const NO_ISOLATION = "This browser cannot run Python here. Codeyard needs a current Chrome, Edge, Firefox or Safari.";

/**
 * @typedef {{runner: Runner, console: ConsoleView, files: ProjectFiles, contents: FileContents, editing: Editing, saver: Saver,
 *   packages: ProjectPackages, showConsole: () => void, connection: Connection,
 *   elements: {run: HTMLButtonElement, stop: HTMLButtonElement, check: HTMLButtonElement | null, status: HTMLElement, note: HTMLElement}}} Parts
 * `check` is there in exercises, and pressed by what checks
 * @typedef {Omit<Parameters<Runner["run"]>[0], "main" | "columns">} Gathered the project's files and packages
 * @typedef {{lines?: string[], program?: string}} Rerun `lines` are typed as the program asks for them; `program` runs in place of the main file
 */

/** The controls of a program. */
export class Running {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    this.isReady = false;
    /** @type {AbortController | null} what a run still waits for: files and packages */
    this.gathering = null;
    /** Whether the last run was refused before Python had anything to do with it. */
    this.refused = false;
    this.stateNumber = 0;
    /** Whether a program of this page is under way, so that its end will be told. */
    this.underWay = false;
    /** @type {string[]} what is typed for the person when the program asks */
    this.lines = [];
    /** Whether all that the console shows is that Python could not be loaded. */
    this.saidNotLoaded = false;
    const { runner, console: view, elements } = parts;
    elements.run.addEventListener("click", () => this.run());
    elements.stop.addEventListener("click", () => this.stop());
    view.addEventListener("stop", () => this.stop());
    view.addEventListener("input", (event) => runner.sendInput(/** @type {CustomEvent} */ (event).detail.text));
    view.addEventListener("cancel-input", () => runner.cancelInput());
    view.addEventListener("drawing-event", (event) => runner.sendEvent(/** @type {CustomEvent} */ (event).detail));
    this.#listen();
    if (!globalThis.crossOriginIsolated) view.note(NO_ISOLATION, "danger");
  }

  /** The project is there: programs can run from now on. */
  begin() {
    this.isReady = true;
    this.#enable();
  }

  /** @returns {boolean} whether something runs, or is about to, or nothing can run yet */
  get isTaken() {
    return this.parts.runner.busy || this.gathering !== null || !this.isReady;
  }

  /** Save, then run the main file. @param {Rerun} [rerun] to see again what a check saw */
  run({ lines = [], program } = {}) {
    const { console: view, files, showConsole } = this.parts;
    if (this.isTaken) return;
    showConsole();
    view.begin();
    this.saidNotLoaded = false;
    const { main } = files;
    if (!main && program === undefined) {
      view.note(NO_PROGRAM, "warn");
      return;
    }
    this.lines = [...lines];
    this.save((project) => {
      const path = program === undefined ? String(main?.path) : freePath(DEBUG_PROGRAM, files.paths);
      const own = program === undefined ? [] : [{ path, bytes: new TextEncoder().encode(program) }];
      this.#start({ ...project, main: path, files: [...project.files, ...own] });
    });
  }

  /**
   * Save, and gather what a program would get.
   * @param {(project: Gathered) => void} act at once where all is here @param {() => void} [refused] it was stopped, or packages cannot be had
   */
  save(act, refused = () => {}) {
    const { files, contents, saver, packages } = this.parts;
    this.refused = false;
    files.pinUnsaved();
    saver.flush();
    const ready = packages.wanted ? null : contents.ready();
    if (ready) act({ files: ready });
    else void this.#gather(act, refused);
  }

  /** Stop the program, or what it waits for before it starts. */
  stop() {
    const { runner } = this.parts;
    this.gathering?.abort();
    if (runner.observing) runner.kill();
    else runner.stop();
  }

  /** @param {(project: Gathered) => void} act @param {() => void} refused */
  async #gather(act, refused) {
    const gathering = this.gathering = new AbortController();
    // Within the click: nobody is to take the end of the last run for that of this one.
    if (this.parts.packages.wanted) this.#show("packages", "Loading packages", "");
    try {
      const packages = await this.#prepare(gathering.signal);
      if (!this.parts.contents.ready()) this.#show("loading", "Loading Python", "Loading the project's files");
      const { here, missing } = await this.parts.contents.forProgram();
      this.gathering = null;
      if (missing.length) this.parts.console.note(this.parts.contents.notHere(missing), "warn");
      if (gathering.signal.aborted) {
        this.#refuse("stopped", "Stopped", STOPPED);
        refused();
      } else act({ files: here, ...packages });
    } catch (error) {
      this.gathering = null;
      if (!(error instanceof PackagesError)) throw error;
      this.#refuse("failed", "Failed", error.message);
      refused();
    }
  }

  /** @param {AbortSignal} signal @returns {Promise<{wheels: {name: string, sha256: string, size: number}[], packages: string[]}>} */
  async #prepare(signal) {
    const { packages, console: view } = this.parts;
    const { note, ...found } = await packages.prepare((text) => this.#show("packages", "Loading packages", text), signal);
    if (note && !signal.aborted) view.note(note, "warn");
    return found;
  }

  /** The program does not start. @param {"stopped" | "failed"} state @param {string} text @param {string} sentence */
  #refuse(state, text, sentence) {
    this.refused = true;
    this.#show(state, text, "");
    this.parts.console.note(sentence, state === "failed" ? "danger" : "warn");
  }

  /** @param {Parameters<Runner["run"]>[0]} project */
  #start(project) {
    this.underWay = true;
    this.parts.runner.run({ ...project, columns: this.parts.console.columns });
  }

  #listen() {
    const { runner, console: view, editing } = this.parts;
    /** @param {string} name @param {(detail: any) => void} act */
    const on = (name, act) => runner.addEventListener(name, (event) => act(/** @type {CustomEvent} */ (event).detail));
    on("state", ({ state, text, note }) => this.#state(state, text, note));
    on("output", ({ stream, text }) => view.write(stream, text));
    on("image", (image) => view.showImage(image));
    on("drawing", (message) => view.drawings.draw(message));
    on("drawing-image", (message) => view.drawings.addImage(message));
    on("input-request", () => this.#answer());
    on("traceback", (traceback) => view.showTraceback(traceback));
    on("files", ({ changed, deleted }) => editing.programWrote(changed, deleted));
    on("done", ({ outcome, message }) => this.#done(outcome, message));
  }

  /** The program asks for a line. */
  #answer() {
    const line = this.lines.shift();
    this.parts.console.askForInput();
    if (line !== undefined) this.parts.console.type(line);
  }

  /** @param {string} state @param {string} text @param {string} note */
  #state(state, text, note) {
    const { console: view } = this.parts;
    this.stateNumber += 1;
    // Python became ready meanwhile; what is shown is about the run.
    if ((this.gathering || this.refused) && state !== "failed") return;
    if (ENDS.has(state)) void this.#showEnd(state, text, note);
    else this.#show(state, text, note);
    if (state !== "waiting") view.endInput();
    // Python itself did not come: there is no run whose end would say so.
    if (state === "failed" && !this.underWay) this.#sayNotLoaded(note);
    else if (this.saidNotLoaded) this.#takeBack();
  }

  /** It is being loaded again. */
  #takeBack() {
    this.saidNotLoaded = false;
    this.parts.console.clear();
  }

  /** Holds until Python is loaded again. @param {string} note */
  #sayNotLoaded(note) {
    this.saidNotLoaded = true;
    this.parts.console.note(this.parts.connection.online ? `${note} ${LOAD_AGAIN}` : NOT_HERE, "danger");
  }

  /**
   * Only when the last line can be read is the program said to have ended; who stops it waits for no line.
   * @param {string} state @param {string} text @param {string} note
   */
  async #showEnd(state, text, note) {
    const { stateNumber } = this;
    await Promise.resolve(); // until the runner has said everything about the end
    if (state !== "stopped") await this.parts.console.settled();
    if (stateNumber === this.stateNumber) this.#show(state, text, note);
  }

  /** @param {string} state @param {string} text @param {string} note */
  #show(state, text, note) {
    const { elements } = this.parts;
    elements.status.textContent = text;
    elements.status.dataset.tone = TONES[state];
    elements.note.textContent = state === "failed" ? "" : note;
    this.#enable();
  }

  #enable() {
    const { runner, elements } = this.parts;
    const busy = runner.busy || this.gathering !== null;
    for (const button of [elements.run, elements.check]) if (button) button.disabled = busy || !this.isReady;
    elements.stop.disabled = !busy;
  }

  /** @param {string} outcome @param {string} message */
  #done(outcome, message) {
    this.underWay = false;
    this.parts.console.endDrawings();
    if (outcome === "stopped") this.parts.console.note(message || STOPPED, "warn");
    else if (this.parts.runner.bootFailed && !this.parts.connection.online) this.parts.console.note(NOT_HERE, "danger");
    else if (message) this.parts.console.note(message, outcome === "crashed" ? "danger" : "info");
  }
}
