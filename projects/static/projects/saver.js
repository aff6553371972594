// Drives the saving of one open project: edits go to the device at once, to the server in time, and everything that comes back
// (answers, other tabs, the server's own news) is told to the page. What is decided stands in `sync.js`.

import { ApiError } from "./api.js";
import { freePath } from "../files/file-names.js";
import { SyncedFile } from "./synced-file.js";
import { UnsavedWork } from "./unsaved-work.js";

/** @import { ProjectApi } from "./api.js" */
/** @import { Drafts } from "./drafts.js" */
/** @import { KeptProject } from "./kept-project.js" */
/** @import { KeptFile } from "./newest-files.js" */
/** @import { ProjectFiles } from "./project-files.js" */
/** @import { Answer, Sending, SyncQueue } from "./sync.js" */
/** @import { Content, Draft, Outcome, ServerFile } from "./synced-file.js" */

const NOTES = Object.freeze({
  "kept-changed": "was changed somewhere else, so it was not deleted.",
  "brought-back": "was deleted somewhere else. You changed it here, so it was kept.",
});

/**
 * Events (CustomEvent): `status` {status, trouble, message}; `conflict` {id}; `notice` {text}; `answered`, when the server has
 * answered a save; `project-saved`, when it has taken a change of the project itself. What changes in the files is told by them.
 */
export class Saver extends EventTarget {
  /**
   * @param {{files: ProjectFiles, queue: SyncQueue, api: ProjectApi, drafts: Drafts | null, channel: BroadcastChannel | null,
   *   kept: KeptProject | null}} parts `drafts` null: nothing is ever saved; `kept` is told what the server holds
   */
  constructor({ files, queue, api, drafts, channel, kept }) {
    super();
    this.files = files;
    this.queue = queue;
    this.api = api;
    this.drafts = drafts;
    this.unsaved = new UnsavedWork({ queue, drafts });
    this.channel = channel;
    this.kept = kept;
    this.hurry = false;
    this.lastStatus = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.sendTimer = undefined;
    files.addEventListener("touched", (event) => this.#touched(/** @type {CustomEvent} */ (event).detail.id));
    if (channel) channel.onmessage = (event) => this.#news(event.data);
  }

  /** @returns {boolean} whether anything may be saved at all */
  get saves() {
    return this.drafts !== null;
  }

  /** Take the server's files and what this device still holds. @param {KeptFile[]} files */
  async start(files) {
    for (const file of files) {
      this.queue.add(SyncedFile.fromServer(file));
      if (file.base64 !== undefined) this.files.know(file.id, { base64: file.base64 });
    }
    await this.#adoptDrafts(files);
    this.#changed();
  }

  /** @param {string} id @param {"mine" | "theirs" | "both"} choice @param {Content} theirs what the server holds */
  resolve(id, choice, theirs) {
    this.files.resolve(id, choice, theirs);
    this.flush();
  }

  /** The content is known now: a binary file was fetched. @param {string} id @param {Content} content */
  fetched(id, content) {
    const file = this.files.know(id, content);
    if (!file || !("base64" in content)) return;
    const { path, revision, deleted } = file.base;
    const size = Math.floor((content.base64.length * 3) / 4);
    this.#keep({ id, path, revision, deleted, size, binary: true, text: null, url: "", savedAt: "" });
  }

  /** The server holds this now, and the device is to know it without a network too. @param {ServerFile} state */
  #keep(state) {
    const known = this.files.file(state.id)?.base;
    const content = known?.revision === state.revision ? known.content : null;
    this.kept?.keep([content && "base64" in content ? { ...state, base64: content.base64 } : state]);
  }

  /** Save now. @param {{leaving?: boolean}} [options] the page is going away */
  flush({ leaving = false } = {}) {
    this.hurry = true;
    this.unsaved.write();
    this.#send(leaving);
    if (leaving) this.unsaved.writeNow();
  }

  /** The network or the person is back. */
  wake() {
    if (!this.queue.hasWaiting) {
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
      if (!this.queue.hasWaiting) this.queue.clearTrouble();
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

  /** @param {string} id of a file, or of the project */
  #touched(id) {
    if (!this.saves) return;
    this.unsaved.touch(id);
    this.#changed();
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
    this.unsaved.write((next.file ?? next.project).id);
    this.#tellStatus();
    void this.#ask(next, leaving).then((answer) => this.#answered(next, answer));
  }

  /** @param {Sending} next @param {boolean} leaving @returns {Promise<Answer>} */
  #ask(next, leaving) {
    if (next.file) return this.api.send(next.file.id, next.request, { leaving });
    return this.api.chooseMain(next.request.path, { leaving });
  }

  /** @param {Sending} sent @param {Answer} answer */
  #answered(sent, answer) {
    const { path } = sent.file ?? sent.request;
    const outcome = this.queue.answered(answer, Date.now());
    if (answer.kind === "ok") this.#saved(answer.file);
    if (answer.kind === "chosen") this.#tell("project-saved");
    if (answer.kind !== "offline") this.#tell("answered");
    if (outcome.refused) this.#tell("notice", { text: `${path}: ${outcome.refused}` });
    if (sent.file) this.#followed(sent.file, path, outcome);
    else this.unsaved.write(sent.project.id);
    if (!this.queue.hasWaiting) this.hurry = false;
    this.#changed();
  }

  /** @param {SyncedFile} file @param {string} path that it had before the answer @param {Outcome & {renamed?: boolean}} outcome */
  #followed(file, path, outcome) {
    this.unsaved.write(file.id);
    this.#report(file, outcome);
    if (outcome.renamed || file.path !== path) this.files.tell("files");
  }

  /** @param {ServerFile} state */
  #saved(state) {
    this.channel?.postMessage({ file: state });
    this.#keep(state);
  }

  /** @param {SyncedFile} file @param {Outcome} outcome */
  #report(file, outcome) {
    if (outcome.took) this.files.tell("took", { id: file.id });
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
    const file = this.files.file(news.id);
    if (!file) {
      if (news.deleted) return;
      this.queue.add(SyncedFile.fromServer(news));
      this.#keep(news);
      this.files.tell("files");
      return;
    }
    const [path, deleted, { revision }] = [file.path, file.deleted, file.base];
    this.#report(file, file.remoteChanged(news, Date.now()));
    if (file.base.revision !== revision) this.#keep(news);
    if (file.path !== path || file.deleted !== deleted) this.files.tell("files");
    this.unsaved.write(file.id);
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

  /** @param {ServerFile[]} files */
  async #adoptDrafts(files) {
    const known = new Map(files.map((file) => [file.id, file]));
    const adopted = new Set();
    for await (const draft of this.unsaved.left()) {
      const isFirst = !adopted.has(draft.id); // the newest
      adopted.add(draft.id);
      if ("main" in draft) isFirst && this.files.chooseMain(draft.main);
      else if (isFirst) this.#adopt(draft, known.get(draft.id));
      else this.#adoptSecond(draft);
    }
  }

  /** @param {Draft} draft @param {ServerFile | undefined} server */
  #adopt(draft, server) {
    const file = new SyncedFile(draft);
    file.touch(Date.now());
    this.queue.add(file);
    // A request whose answer is not known is repeated first; its answer says what the server holds.
    if (server && !file.request) this.#report(file, file.remoteChanged(server, Date.now()));
    this.unsaved.write(file.id);
  }

  /** Two tabs died with different texts of one file: the older becomes a file of its own. @param {Draft} draft */
  #adoptSecond({ path, content }) {
    if (content) this.files.create(freePath(path, this.files.paths), content);
  }

  /** @param {string} type @param {object} [detail] */
  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
