// The order and the time of saving: which file's request goes next, and when. A pure state machine; `saver.js` drives it.
//
// Requests go one after the other, oldest change first: a name that a rename frees can be taken by the next file. What is wanted of
// the project itself goes last: by then its files are on the server under their names. What
// concerns every request (no network, signed out) is kept here; what concerns one file is kept in `synced-file.js`.

import { PROJECT, SyncedProject } from "./synced-project.js";

/** @import { FileAnswer, Outcome, SaveRequest, SyncedFile } from "./synced-file.js" */
/** @import { ProjectRequest } from "./synced-project.js" */

/** Saving waits until nothing has been typed for this long … */
export const IDLE_MS = 1500;
/** … but not longer than this after the first unsaved change. */
export const LONGEST_MS = 3000;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 10_000;

/**
 * What keeps every request from going through. The first two pass by themselves and are tried again; the others wait for `wake`.
 * @typedef {"offline" | "slow-down" | "signed-out" | "other-person" | "forbidden"} Trouble
 * @typedef {FileAnswer | {kind: "chosen"} | {kind: Trouble, message: string}} Answer "chosen": the project has taken what was wanted of it
 * @typedef {{file: SyncedFile, project?: undefined, request: SaveRequest} |
 *   {file?: undefined, project: SyncedProject, request: ProjectRequest}} Sending
 * @typedef {"Saved" | "Saving" | "On this device" | "Conflict"} SaveStatus
 */

/** @type {ReadonlySet<string>} */
const TROUBLES = new Set(["offline", "slow-down", "signed-out", "other-person", "forbidden"]);
const PASSING = new Set(["", "offline", "slow-down"]);

/** All files of one open project, and what is to be sent next. */
export class SyncQueue {
  /** @param {{nextPath: (path: string) => string, random?: () => number}} options `nextPath` gives another name for a file whose name is taken */
  constructor({ nextPath, random = Math.random }) {
    this.nextPath = nextPath;
    this.random = random;
    /** @type {Map<string, SyncedFile>} */
    this.files = new Map();
    this.project = new SyncedProject((id) => {
      const file = this.files.get(id);
      return file?.deleted ? undefined : file;
    });
    /** @type {Trouble | ""} */
    this.trouble = "";
    this.message = "";
    this.attempts = 0;
    this.notBefore = 0;
    /** @type {Sending | null} what is on its way */
    this.sending = null;
  }

  /** @param {SyncedFile} file */
  add(file) {
    this.files.set(file.id, file);
  }

  /** @param {string} id @returns {SyncedFile | SyncedProject | undefined} what has this id among the drafts */
  entry(id) {
    return id === PROJECT ? this.project : this.files.get(id);
  }

  /** @returns {boolean} whether anything waits to be sent */
  get hasWaiting() {
    return this.waiting.length > 0 || this.project.dirty;
  }

  /** @returns {SyncedFile[]} the files that wait to be sent, oldest change first */
  get waiting() {
    const ready = [...this.files.values()].filter((file) => file.dirty && !file.conflict && !file.refusal);
    // A request without an answer was made before every change that has none yet.
    return ready.sort((a, b) => Number(!a.request) - Number(!b.request) || a.changedFrom - b.changedFrom);
  }

  /**
   * When the next request should go, in milliseconds of the caller's clock; Infinity when there is nothing to do.
   * @param {boolean} hurry without waiting for a pause in typing
   */
  wakeAt(hurry = false) {
    const [first] = this.waiting;
    if (!this.hasWaiting || this.sending || !PASSING.has(this.trouble)) return Infinity;
    if (!first) return this.notBefore;
    const pause = Math.min(first.changedAt + IDLE_MS, first.changedFrom + LONGEST_MS);
    return Math.max(this.notBefore, hurry || first.request || first.losing ? 0 : pause);
  }

  /**
   * The request to send now, or null. Answer it with `answered`.
   * @param {number} now @param {() => string} newKey @param {boolean} [hurry] @returns {Sending | null}
   */
  next(now, newKey, hurry = false) {
    if (this.wakeAt(hurry) > now) return null;
    const [file] = this.waiting;
    this.sending = file ? sendingOf(file, newKey) : this.#projectSending();
    return this.sending;
  }

  /** @returns {Sending | null} */
  #projectSending() {
    const request = this.project.nextRequest();
    return request && { project: this.project, request };
  }

  /** @param {Answer} answer to the request on its way @param {number} now @returns {Outcome & {renamed?: boolean, refused?: string}} */
  answered(answer, now) {
    const { sending } = this;
    this.sending = null;
    if (!sending) return {};
    if (answer.kind === "gone" && (sending.project || sending.request.baseRevision === 0)) {
      return this.answeredTrouble("forbidden", "This project is not here any more.", now);
    }
    if (TROUBLES.has(answer.kind)) {
      const { kind, message } = /** @type {{kind: Trouble, message: string}} */ (answer);
      return this.answeredTrouble(kind, message, now);
    }
    this.clearTrouble();
    if (sending.project) {
      sending.project.answered(sending.request);
      return answer.kind === "refused" ? { refused: answer.message } : {};
    }
    const { file } = sending;
    const sent = /** @type {FileAnswer} */ (answer);
    if (sent.kind === "name-taken") return this.#nameTaken(file, sent, now);
    const outcome = file.answered(sent, now);
    if (file.dirty) file.changedFrom ||= now;
    return file.refusal ? { ...outcome, refused: file.refusal } : outcome;
  }

  /**
   * A new file gets another name; a renamed one keeps its old one. Either way nothing waits for a person.
   * @param {SyncedFile} file @param {FileAnswer & {kind: "name-taken"}} answer @param {number} now
   */
  #nameTaken(file, answer, now) {
    const { base, path } = file;
    file.answered(answer, now);
    const keepsOldName = base.revision > 0 && !base.deleted && path !== base.path;
    file.rename(keepsOldName ? base.path : this.nextPath(path), now);
    return { renamed: true, refused: answer.message };
  }

  /** @param {Trouble} trouble @param {string} message @param {number} now @returns {Outcome} */
  answeredTrouble(trouble, message, now) {
    const delay = Math.min(FIRST_RETRY_MS * 2 ** this.attempts, LAST_RETRY_MS);
    this.attempts += 1;
    this.trouble = trouble;
    this.message = message;
    // A whole class comes back at the same moment: spread it out.
    this.notBefore = now + delay * (0.7 + 0.3 * this.random());
    return {};
  }

  clearTrouble() {
    this.trouble = "";
    this.message = "";
    this.attempts = 0;
    this.notBefore = 0;
  }

  /** Something speaks for trying again now: the network is back, the person is back, or has signed in again. */
  wake() {
    this.notBefore = 0;
    this.attempts = 0;
    if (!PASSING.has(this.trouble)) this.trouble = "offline";
  }

  /** @returns {SaveStatus} */
  get status() {
    const dirty = [...this.files.values()].filter((file) => file.dirty);
    if (dirty.some((file) => file.conflict)) return "Conflict";
    if (dirty.length === 0 && !this.project.dirty) return "Saved";
    const allRefused = !this.project.dirty && dirty.every((file) => file.refusal);
    return this.trouble || allRefused ? "On this device" : "Saving";
  }
}

/** @param {SyncedFile} file @param {() => string} newKey @returns {Sending | null} */
function sendingOf(file, newKey) {
  const request = file.nextRequest(newKey);
  return request && { file, request };
}
