// The packages of requirements.txt, before a program runs: locked already, or looked up by the server and locked now.
// Without a requirements.txt there is nothing to wait for. The page itself asks nobody but its own school.

import { LOCK, REQUIREMENTS, fingerprint, namesIn, readLock, requirementLines } from "./requirements.js";

/** @import { ProjectApi } from "./api.js" */
/** @import { Lock } from "./requirements.js" */

/**
 * What a run needs of it; `note` is a sentence for the person, about why it is not all that requirements.txt says.
 * @typedef {{wheels: {name: string, sha256: string, size: number}[], packages: string[], note: string}} Prepared
 * @typedef {{text: (path: string) => string | null, write: (path: string, text: string) => void}} ProjectTexts
 */

const AGAIN_MS = 1_500; // while the server looks up another project's packages
const TRIES = 60;
const NO_PACKAGES = Object.freeze({ wheels: [], packages: [], note: "" });
export const NOT_LOCKED = "The packages of this project were never looked up: its owner has to run it once.";
export const IN_EXAMPLE = "Packages of requirements.txt are looked up in projects of your own: open this example in your projects.";
const OTHER_LOCK = "requirements.txt was changed after its owner ran the project, so this runs with the packages from before.";
const AWAY = "The packages in requirements.txt cannot be looked up at the moment: ";
const KEPT = " The program runs with the packages in requirements.lock.";

/** The packages cannot be had; the message is one sentence for the person. */
export class PackagesError extends Error {}

export class ProjectPackages {
  /**
   * @param {{api: Pick<ProjectApi, "lookUpPackages" | "refreshPackages">, texts: ProjectTexts, mayLookUp: boolean, notLocked: string,
   *   runtime: string, pause?: (ms: number) => Promise<void>}} parts `runtime` names the Python that this server has now; who may not
   *   look up runs with what is locked, or without packages and with the sentence `notLocked`
   */
  constructor({ api, texts, mayLookUp, notLocked, runtime, pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms)) }) {
    this.api = api;
    this.texts = texts;
    this.mayLookUp = mayLookUp;
    this.notLocked = notLocked;
    this.runtime = runtime;
    this.pause = pause;
    /** @type {Map<string, Promise<string>>} locks whose wheels the server was asked to have, by their text; why it cannot */
    this.asked = new Map();
  }

  /** @returns {boolean} whether the project asks for any package */
  get wanted() {
    return requirementLines(this.texts.text(REQUIREMENTS) ?? "").length > 0;
  }

  /** Ask the server, ahead of the first run, to have what the lock names: it may have been restored from a copy. */
  foresee() {
    const lock = this.wanted ? this.texts.text(LOCK) : null;
    if (lock !== null && readLock(lock)?.wheels.length) void this.#refresh(lock);
  }

  /**
   * @param {(text: string) => void} progress @param {AbortSignal} signal
   * @returns {Promise<Prepared>} @throws {PackagesError}
   */
  async prepare(progress, signal) {
    const wanted = this.texts.text(REQUIREMENTS) ?? "";
    if (!requirementLines(wanted).length) return NO_PACKAGES;
    const kept = this.texts.text(LOCK) ?? "";
    const lock = readLock(kept);
    const isCurrent = lock?.madeFrom === (await fingerprint(wanted));
    if (lock && isCurrent && lock.runtime === this.runtime) {
      const refusal = await Promise.race([this.#refresh(kept), stopped(signal)]);
      if (refusal) throw new PackagesError(refusal);
      return usable(lock);
    }
    if (this.mayLookUp) return this.#lookUp(wanted, kept, progress, signal);
    return lock ? usable(lock, isCurrent ? "" : OTHER_LOCK) : { ...NO_PACKAGES, note: this.notLocked };
  }

  /** @param {string} wanted @param {string} kept @param {(text: string) => void} progress @param {AbortSignal} signal @returns {Promise<Prepared>} */
  async #lookUp(wanted, kept, progress, signal) {
    progress(`Looking up ${namesIn(wanted)}`);
    for (let tries = 0; ; tries += 1) {
      const answer = await this.api.lookUpPackages({ requirements: wanted, lock: kept }, signal);
      if (signal.aborted) return NO_PACKAGES;
      if (answer.kind === "ok") return this.#keep(answer.lock, kept);
      if (answer.kind === "refused") throw new PackagesError(answer.message);
      if (answer.kind === "away" || tries >= TRIES) return orKept(kept, answer.message);
      await this.pause(AGAIN_MS * (0.7 + 0.6 * Math.random())); // a whole class asks at the same moment
      if (signal.aborted) return NO_PACKAGES;
    }
  }

  /** @param {string} text the new lock @param {string} kept @returns {Prepared} */
  #keep(text, kept) {
    const lock = readLock(text);
    if (!lock) throw new PackagesError("The server's answer about the packages could not be read.");
    if (text !== kept) this.texts.write(LOCK, text);
    this.asked.set(text, Promise.resolve(""));
    return usable(lock);
  }

  /** @param {string} lock @returns {Promise<string>} what the server says; without a network the browser's own copies may do */
  #refresh(lock) {
    const known = this.asked.get(lock);
    if (known) return known;
    const asked = this.api.refreshPackages().catch(() => {
      this.asked.delete(lock);
      return "";
    });
    this.asked.set(lock, asked);
    return asked;
  }
}

/** @param {AbortSignal} signal @returns {Promise<string>} when somebody pressed Stop */
function stopped(signal) {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve("")));
}

/** @param {Lock} lock @param {string} [note] @returns {Prepared} */
function usable(lock, note = "") {
  const wheels = lock.wheels.map(({ name, sha256, size }) => ({ name, sha256, size }));
  // Wheels may import any of the server's packages; where there are none, the program's own imports say what is loaded.
  return { wheels, packages: wheels.length ? lock.served.map(({ name }) => name) : [], note };
}

/** The index is away: what is locked still runs. @param {string} kept @param {string} message @returns {Prepared} */
function orKept(kept, message) {
  const lock = readLock(kept);
  const reason = message.replace(/^./, (letter) => letter.toLowerCase());
  if (!lock) throw new PackagesError(AWAY + reason);
  return usable(lock, AWAY + reason + KEPT);
}
