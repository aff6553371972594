// Drives the saving of one open project: edits go to the device at once, to the server in time, and everything that comes back
// (answers, other tabs, the server's own news) is told to the page. What is decided stands in `sync.js`.

import { openTabs } from "./tab-identity.js";
import { SyncedFile } from "./synced-file.js";
import { ApiError } from "./api.js";
import { freePath } from "../files/file-names.js";

/** @import { SyncQueue } from "./sync.js" */
/** @import { ProjectApi } from "./api.js" */
/** @import { Drafts } from "./drafts.js" */
/** @import { KeptProject } from "./kept-project.js" */
/** @import { KeptFile } from "./newest-files.js" */
/** @import { Content, Draft, Outcome, ServerFile } from "./synced-file.js" */

const DEVICE_MS = 150; // an edit is on the device this long after it was made, at most
const NOTES = Object.freeze({
  "kept-changed": "was changed somewhere else, so it was not deleted.",
  "brought-back": "was deleted somewhere else. You changed it here, so it was kept.",
});

/**
 * Events (CustomEvent): `status` {status, trouble, message}; `files`, when the list or a name changed; `took` {id}, when the content
 * came from elsewhere; `conflict` {id}; `notice` {text}; `answered`, when the server has answered a save.
 */
export class Saver extends EventTarget {
  /**
   * @param {{queue: SyncQueue, api: ProjectApi, drafts: Drafts | null, channel: BroadcastChannel | null, kept: KeptProject | null}} parts
   *   `drafts` null: nothing is ever saved; `kept` is told what the server holds
   */
  constructor({ queue, api, drafts, channel, kept }) {
    super();
    this.queue = queue;
    this.api = api;
    this.drafts = drafts;
    this.channel = channel;
    this.kept = kept;
    this.hurry = false;
    this.lastStatus = "";
    /** @type {Set<string>} files whose draft on the device is out of date */
    this.unwritten = new Set();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.deviceTimer = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.sendTimer = undefined;
    if (channel) channel.onmessage = (event) => this.#news(event.data);
  }

  /** @returns {boolean} whether anything may be saved at all */
  get saves() {
    return this.drafts !== null;
  }

  /** @returns {SyncedFile[]} files that are there, for the person */
  get present() {
    return [...this.queue.files.values()].filter((file) => !file.deleted);
  }

  /** @param {string} id @returns {SyncedFile | undefined} */
  file(id) {
    return this.queue.files.get(id);
  }

  /** @param {string} path @returns {SyncedFile | undefined} */
  fileAt(path) {
    return this.present.find((file) => file.path === path);
  }

  /** Take the server's files and what this device still holds. @param {KeptFile[]} files */
  async start(files) {
    for (const file of files) {
      this.queue.add(SyncedFile.fromServer(file));
      if (file.base64 !== undefined) this.#know(file.id, { base64: file.base64 });
    }
    await this.#adoptDrafts(files);
    this.#changed();
  }

  /** @param {string} id @param {Content} content */
  edit(id, content) {
    const file = this.queue.files.get(id);
    if (!file) return;
    file.edit(content, Date.now());
    this.#touched(file);
  }

  /** @param {string} path a free name @param {Content} content @returns {SyncedFile} */
  create(path, content) {
    const file = SyncedFile.fresh(crypto.randomUUID(), path, content, Date.now());
    this.queue.add(file);
    this.#touched(file);
    this.#tell("files");
    return file;
  }

  /** @param {string} id @param {string} path a free name */
  rename(id, path) {
    this.#change(id, (file) => file.rename(path, Date.now()));
  }

  /** @param {string} id */
  remove(id) {
    this.#change(id, (file) => file.remove(Date.now()));
  }

  /** Undo `remove`. @param {string} id */
  bringBack(id) {
    this.#change(id, (file) => file.bringBack(freePath(file.path, this.#paths()), null, Date.now()));
  }

  /** Bring back what was deleted before this page was opened. @param {ServerFile} deleted @param {Content} content */
  revive(deleted, content) {
    if (!this.queue.files.has(deleted.id)) this.queue.add(SyncedFile.fromServer(deleted));
    this.#change(deleted.id, (file) => file.bringBack(freePath(deleted.path, this.#paths()), content, Date.now()));
  }

  /** @param {string} id @param {"mine" | "theirs" | "both"} choice @param {Content} theirs what the server holds */
  resolve(id, choice, theirs) {
    const file = this.queue.files.get(id);
    if (!file?.conflict) return;
    const mine = file.content;
    file.resolve(choice, theirs, Date.now());
    if (choice === "both" && mine) this.create(freePath(file.path, this.#paths()), mine);
    this.#touched(file);
    if (choice !== "mine") this.#tell("took", { id });
    this.flush();
  }

  /** The next save of what is unsaved gets a version of its own: a run is a moment that one wants to find again. */
  pinUnsaved() {
    for (const file of this.queue.files.values()) if (file.contentChanged) file.pin = true;
  }

  /** The content is known now: a binary file was fetched. @param {string} id @param {Content} content */
  fetched(id, content) {
    const file = this.#know(id, content);
    if (!file || !("base64" in content)) return;
    const { path, revision, deleted } = file.base;
    const size = Math.floor((content.base64.length * 3) / 4);
    this.#keep({ id, path, revision, deleted, size, binary: true, text: null, url: "", savedAt: "" });
  }

  /** @param {string} id @param {Content} content @returns {SyncedFile | null} null when the content was known, or is another one by now */
  #know(id, content) {
    const file = this.queue.files.get(id);
    if (!file || file.content !== null || file.base.content !== null) return null;
    file.base = { ...file.base, content };
    file.content = content;
    return file;
  }

  /** The server holds this now, and the device is to know it without a network too. @param {ServerFile} state */
  #keep(state) {
    const known = this.queue.files.get(state.id)?.base;
    const content = known?.revision === state.revision ? known.content : null;
    this.kept?.keep([content && "base64" in content ? { ...state, base64: content.base64 } : state]);
  }

  /** Save now. @param {{leaving?: boolean}} [options] the page is going away */
  flush({ leaving = false } = {}) {
    this.hurry = true;
    this.#writeDrafts();
    this.#send(leaving);
    if (leaving) this.#keepNow();
  }

  /** With the request that has just been sent: after a reload it is repeated with its key, and so answered as it was. */
  #keepNow() {
    for (const file of this.queue.files.values()) if (file.dirty) this.drafts?.putNow(file.toDraft(), Date.now());
  }

  /** The network or the person is back. */
  wake() {
    if (!this.queue.waiting.length) {
      void this.refresh();
      return;
    }
    this.queue.wake();
    this.flush();
  }

  /** Ask the server what it holds: after a time away, another device may have saved. */
  async refresh() {
    if (!this.saves) return;
    try {
      const { files, deleted } = await this.api.list();
      if (!this.queue.waiting.length) this.queue.clearTrouble();
      for (const file of [...files, ...deleted]) this.#learn(file);
      this.#tell("answered");
      this.#changed();
    } catch (error) {
      this.#notAnswered(error instanceof ApiError ? error : new ApiError("offline", "The network is away."));
    }
  }

  /** Who signs in again is asked at once, not with the next edit. @param {ApiError} error */
  #notAnswered({ trouble, message }) {
    if (trouble !== "signed-out" && trouble !== "other-person") return;
    this.queue.answeredTrouble(trouble, message, Date.now());
    this.#changed();
  }

  /** @param {string} id @param {(file: SyncedFile) => void} change */
  #change(id, change) {
    const file = this.queue.files.get(id);
    if (!file) return;
    change(file);
    this.#touched(file);
    this.#tell("files");
  }

  /** @param {SyncedFile} file */
  #touched(file) {
    if (!this.saves) return;
    this.unwritten.add(file.id);
    this.deviceTimer ??= setTimeout(() => this.#writeDrafts(), DEVICE_MS);
    this.#changed();
  }

  #writeDrafts() {
    clearTimeout(this.deviceTimer);
    this.deviceTimer = undefined;
    for (const id of this.unwritten) {
      const file = this.queue.files.get(id);
      if (file?.dirty) void this.drafts?.put(file.toDraft(), Date.now());
      else void this.drafts?.remove(id);
    }
    this.unwritten.clear();
  }

  /** @param {boolean} [leaving] */
  #send(leaving = false) {
    clearTimeout(this.sendTimer);
    if (!this.saves) return;
    const now = Date.now();
    const next = this.queue.next(now, () => crypto.randomUUID(), this.hurry);
    if (!next) {
      this.#schedule();
      return;
    }
    // The request, with its key, is on the device before it is on its way: it can be repeated after a crash.
    this.unwritten.add(next.file.id);
    this.#writeDrafts();
    this.#tellStatus();
    void this.api.send(next.file.id, next.request, { leaving }).then((answer) => this.#answered(next.file, answer));
  }

  /** @param {SyncedFile} file @param {Awaited<ReturnType<ProjectApi["send"]>>} answer */
  #answered(file, answer) {
    const path = file.path;
    const outcome = this.queue.answered(answer, Date.now());
    if (answer.kind === "ok") this.#saved(answer.file);
    if (answer.kind !== "offline") this.#tell("answered");
    this.unwritten.add(file.id);
    this.#writeDrafts();
    this.#report(file, outcome);
    if (outcome.refused) this.#tell("notice", { text: `${path}: ${outcome.refused}` });
    if (outcome.renamed || file.path !== path) this.#tell("files");
    if (!this.queue.waiting.length) this.hurry = false;
    this.#changed();
  }

  /** @param {ServerFile} state */
  #saved(state) {
    this.channel?.postMessage({ file: state });
    this.#keep(state);
  }

  /** @param {SyncedFile} file @param {Outcome} outcome */
  #report(file, outcome) {
    if (outcome.took) this.#tell("took", { id: file.id });
    if (outcome.conflict) this.#tell("conflict", { id: file.id });
    if (outcome.note) this.#tell("notice", { text: `${file.path} ${NOTES[outcome.note]}` });
  }

  /** Another tab of this browser has saved. @param {unknown} data */
  #news(data) {
    const file = /** @type {{file?: ServerFile} | null} */ (data)?.file;
    if (file && typeof file.id === "string" && Number.isSafeInteger(file.revision)) this.#learn(file);
  }

  /** @param {ServerFile} news */
  #learn(news) {
    const file = this.queue.files.get(news.id);
    if (!file) {
      if (news.deleted) return;
      this.queue.add(SyncedFile.fromServer(news));
      this.#keep(news);
      this.#tell("files");
      return;
    }
    const [path, deleted, { revision }] = [file.path, file.deleted, file.base];
    this.#report(file, file.remoteChanged(news, Date.now()));
    if (file.base.revision !== revision) this.#keep(news);
    if (file.path !== path || file.deleted !== deleted) this.#tell("files");
    this.unwritten.add(file.id);
    this.#writeDrafts();
    this.#changed();
  }

  #changed() {
    this.#tellStatus();
    this.#schedule();
  }

  #schedule() {
    clearTimeout(this.sendTimer);
    const at = this.queue.wakeAt(this.hurry);
    if (this.saves && at !== Infinity) this.sendTimer = setTimeout(() => this.#send(), Math.max(0, at - Date.now()));
  }

  #tellStatus() {
    const { status, trouble, message } = this.queue;
    const line = `${status}|${trouble}|${message}`;
    if (line === this.lastStatus) return;
    this.lastStatus = line;
    this.#tell("status", { status, trouble, message });
  }

  /** What this device holds of this project, from this tab before a reload, or from tabs that are gone. @param {ServerFile[]} files */
  async #adoptDrafts(files) {
    if (!this.drafts) return;
    const open = await openTabs();
    const known = new Map(files.map((file) => [file.id, file]));
    const adopted = new Set();
    for (const { tab, draft } of await this.drafts.all()) {
      if (tab !== this.drafts.tab && open.has(tab)) continue; // another tab is at work on it
      if (adopted.has(draft.id)) this.#adoptSecond(draft.path, draft.content);
      else this.#adopt(draft, known.get(draft.id));
      adopted.add(draft.id);
      if (tab !== this.drafts.tab) await this.drafts.remove(draft.id, tab);
    }
  }

  /** @param {Draft} draft @param {ServerFile | undefined} server */
  #adopt(draft, server) {
    const file = new SyncedFile(draft);
    file.touch(Date.now());
    this.queue.add(file);
    this.unwritten.add(file.id);
    // A request whose answer is not known is repeated first; its answer says what the server holds.
    if (server && !file.request) this.#report(file, file.remoteChanged(server, Date.now()));
    this.#writeDrafts();
  }

  /** Two tabs died with different texts of one file: the older becomes a file of its own. @param {string} path @param {Content | null} content */
  #adoptSecond(path, content) {
    if (content) this.create(freePath(path, this.#paths()), content);
  }

  /** @returns {string[]} */
  #paths() {
    return this.present.map((file) => file.path);
  }

  /** @param {string} type @param {object} [detail] */
  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
