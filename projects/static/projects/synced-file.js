// One file between this device and the server: what the person wants, what the server is known to hold, and the
// request whose answer is not known yet. No clock, no network, no page: `saver.js` supplies them.
//
// Saving compares states instead of replaying edits: whatever differs between "wanted" and "base" is sent. A request that got no
// answer is sent again unchanged, with its key, so that it happens once. Nothing wanted is ever dropped for something newer on
// the server; where both sides changed the text, the file waits in conflict until a person has decided.

/**
 * @typedef {{text: string} | {base64: string}} Content
 * @typedef {{id: string, path: string, revision: number, size: number, binary: boolean, text: string | null,
 *   url: string, deleted: boolean, savedAt: string}} ServerFile
 * What the server holds. `content` is null for a binary file that has not been fetched.
 * @typedef {{revision: number, path: string, content: Content | null, deleted: boolean}} Base
 * `losing` marks the losing side of a conflict, which is saved only to stand in the history.
 * @typedef {{kind: "save" | "rename" | "delete", key: string, baseRevision: number, path: string,
 *   content: Content | null, pin: boolean, losing: boolean}} SaveRequest
 * @typedef {{kind: "ok", file: ServerFile} | {kind: "stale", file: ServerFile} | {kind: "name-taken", message: string} |
 *   {kind: "refused", message: string} | {kind: "gone"}} FileAnswer
 * @typedef {{id: string, base: Base, path: string, content: Content | null, deleted: boolean, pin: boolean,
 *   losing: Content | null, request: SaveRequest | null}} Draft
 * `took`: the wanted content was replaced by the server's. `note`: something to tell the person.
 * @typedef {{took?: boolean, note?: "kept-changed" | "brought-back", conflict?: boolean}} Outcome
 */

/** @type {(a: Content | null, b: Content | null) => boolean} */
export function sameContent(a, b) {
  if (a === null || b === null) return a === b;
  if ("text" in a) return "text" in b && a.text === b.text;
  return "base64" in b && a.base64 === b.base64;
}

/** @type {(file: ServerFile) => Content | null} */
export function contentOf(file) {
  return file.text === null ? null : { text: file.text };
}

/** @type {(file: ServerFile) => Base} */
function baseOf(file) {
  return { revision: file.revision, path: file.path, content: contentOf(file), deleted: file.deleted };
}

/** What is wanted of one file, and what the server is known to hold. */
export class SyncedFile {
  /** @param {Draft} draft */
  constructor(draft) {
    this.id = draft.id;
    this.base = draft.base;
    this.path = draft.path;
    this.content = draft.content;
    this.deleted = draft.deleted;
    /** The next save gets a version of its own. */
    this.pin = draft.pin;
    /** The losing side of a conflict, to be saved once so that it stands in the history. */
    this.losing = draft.losing;
    /** Sent, or about to be sent, and not answered. */
    this.request = draft.request;
    /** @type {ServerFile | null} the server's state while a person has to decide */
    this.conflict = null;
    /** Why the server refuses what is wanted: one sentence. Holds until the next change. */
    this.refusal = "";
    /** When the oldest and the latest unsent change were made; milliseconds of the caller's clock. */
    this.changedFrom = 0;
    this.changedAt = 0;
  }

  /** @param {ServerFile} file @returns {SyncedFile} a file as the server holds it */
  static fromServer(file) {
    const base = baseOf(file);
    return new SyncedFile({
      id: file.id, base, path: base.path, content: base.content, deleted: base.deleted, pin: false, losing: null, request: null,
    });
  }

  /** @param {string} id a new UUID @param {string} path @param {Content} content @param {number} now @returns {SyncedFile} */
  static fresh(id, path, content, now) {
    const base = { revision: 0, path, content: null, deleted: false };
    const file = new SyncedFile({ id, base, path, content, deleted: false, pin: false, losing: null, request: null });
    file.touch(now);
    return file;
  }

  /** @returns {Draft} everything that must outlive the page */
  toDraft() {
    const { id, base, path, content, deleted, pin, losing, request } = this;
    return { id, base, path, content, deleted, pin, losing, request };
  }

  /** @returns {boolean} whether the content is not what the server holds */
  get contentChanged() {
    return !sameContent(this.content, this.base.content);
  }

  /** @returns {boolean} whether anything is still to be told to the server */
  get dirty() {
    if (this.request !== null || this.losing !== null || this.conflict !== null) return true;
    if (this.base.revision === 0) return !this.deleted;
    if (this.deleted !== this.base.deleted) return true;
    return !this.deleted && (this.contentChanged || this.path !== this.base.path);
  }

  /** @param {number} now */
  touch(now) {
    this.changedFrom ||= now;
    this.changedAt = now;
    this.refusal = "";
  }

  /** @param {Content} content @param {number} now */
  edit(content, now) {
    if (sameContent(content, this.content)) return;
    this.content = content;
    this.touch(now);
  }

  /** @param {string} path @param {number} now */
  rename(path, now) {
    this.path = path;
    this.touch(now);
  }

  /** @param {number} now */
  remove(now) {
    this.deleted = true;
    this.touch(now);
  }

  /** Undo `remove`, or bring back what was deleted before. @param {string} path @param {Content | null} content @param {number} now */
  bringBack(path, content, now) {
    this.deleted = false;
    this.path = path;
    if (content !== null) this.content = content;
    this.touch(now);
  }

  /**
   * What is to be sent next. An unanswered request comes first, unchanged.
   * @param {() => string} newKey makes a key that was never used @returns {SaveRequest | null}
   */
  nextRequest(newKey) {
    if (this.request || this.conflict || this.refusal || !this.dirty) return this.request;
    this.request = this.#make(newKey());
    if (this.request) this.changedFrom = 0;
    return this.request;
  }

  /** @param {string} key @returns {SaveRequest | null} */
  #make(key) {
    const { base, path, pin } = this;
    const common = { key, baseRevision: base.revision, losing: false, pin };
    if (this.losing) {
      return { ...common, kind: "save", path, content: this.losing, pin: true, losing: true };
    }
    // What was typed just before a deletion is saved first, so that it comes back with the file.
    if (this.deleted && !this.contentChanged) return { ...common, kind: "delete", path, content: null };
    if (this.contentChanged || base.deleted || base.revision === 0) {
      return this.content && { ...common, kind: "save", path, content: this.content };
    }
    return { ...common, kind: "rename", path, content: null };
  }

  /** @param {FileAnswer} answer to the request that `nextRequest` gave @param {number} now @returns {Outcome} */
  answered(answer, now) {
    const request = this.request;
    if (!request) return {};
    this.request = null;
    if (answer.kind === "ok") return this.#acknowledged(request, answer.file);
    if (answer.kind === "stale") return this.#stale(request, answer.file, now);
    if (answer.kind === "gone") this.#gone(request, now);
    if (answer.kind === "refused" || answer.kind === "name-taken") this.refusal = answer.message;
    return {};
  }

  /** @param {SaveRequest} request @param {ServerFile} file @returns {Outcome} */
  #acknowledged(request, file) {
    if (this.path === request.path) this.path = file.path; // the server may have composed its letters
    const content = request.kind === "save" ? request.content : this.base.content;
    if (request.kind === "save" && !request.losing && request.pin) this.pin = false;
    if (request.losing) this.losing = null;
    this.base = { revision: file.revision, path: file.path, content, deleted: file.deleted };
    return {};
  }

  /** @param {SaveRequest} request @param {ServerFile} file @param {number} now @returns {Outcome} */
  #stale(request, file, now) {
    const ours = request.kind === "save" && !file.deleted && file.path === request.path &&
      sameContent(contentOf(file), request.content);
    // The server has forgotten the key but holds what was asked: this was our own save, answered into the void.
    return ours ? this.#acknowledged(request, file) : this.remoteChanged(file, now);
  }

  /** The server has never heard of it (any more): make it anew, unless it was to be deleted. @param {SaveRequest} request @param {number} now */
  #gone(request, now) {
    if (request.kind === "delete") {
      this.base = { ...this.base, deleted: true };
      return;
    }
    this.base = { revision: 0, path: this.path, content: null, deleted: false };
    this.losing = null;
    this.touch(now);
  }

  /**
   * The server holds a newer state than the one known. Field by field, what only one side changed is taken from that side.
   * @param {ServerFile} file @param {number} now @returns {Outcome}
   */
  remoteChanged(file, now) {
    if (this.request || file.revision <= this.base.revision) return {};
    const theirs = baseOf(file);
    const changedHere = this.contentChanged || this.losing !== null;
    const changedThere = theirs.content === null || !sameContent(theirs.content, this.base.content);
    if (!theirs.deleted && changedHere && changedThere && !sameContent(this.content, theirs.content)) {
      this.conflict = file;
      this.deleted = false;
      return { conflict: true };
    }
    this.conflict = null;
    return this.#merge(theirs, changedHere, changedThere, now);
  }

  /** @param {Base} theirs @param {boolean} changedHere @param {boolean} changedThere @param {number} now @returns {Outcome} */
  #merge(theirs, changedHere, changedThere, now) {
    /** @type {Outcome} */
    const outcome = {};
    const deletedHere = this.deleted && !this.base.deleted;
    const deletedThere = theirs.deleted && !this.base.deleted;
    if (deletedHere && changedThere && !theirs.deleted) outcome.note = "kept-changed";
    if (deletedThere && changedHere && !this.deleted) outcome.note = "brought-back";
    if (outcome.note === "brought-back") this.pin = true; // what stood there when it was deleted stays in the history
    if (outcome.note === "kept-changed") this.deleted = false;
    else if (!deletedHere && !outcome.note) this.deleted = theirs.deleted;
    if (this.path === this.base.path) this.path = theirs.path;
    if (!changedHere || outcome.note === "kept-changed") {
      outcome.took = !sameContent(this.content, theirs.content) || theirs.content === null;
      this.content = theirs.content;
    }
    this.base = theirs;
    if (this.dirty) this.touch(now);
    return outcome;
  }

  /**
   * A person has decided. The losing text goes into the history as a version of its own: theirs stands there already, ours is
   * saved before theirs is put back.
   * @param {"mine" | "theirs" | "both"} choice "both" leaves the server's text here; the caller makes a new file of ours
   * @param {Content} theirContent the server's content (fetched, if binary) @param {number} now
   */
  resolve(choice, theirContent, now) {
    if (!this.conflict) return;
    const mine = this.content;
    this.base = { ...baseOf(this.conflict), content: theirContent };
    this.conflict = null;
    if (choice !== "mine") this.content = theirContent;
    if (choice === "theirs") this.losing = mine;
    if (choice !== "both") this.pin = true;
    this.touch(now);
  }
}
