// The files of one open project, and what a person does to them. What is wanted of each stands in `synced-file.js`; `saver.js`
// listens and brings it to the device and to the server.

import { freePath } from "../files/file-names.js";
import { SyncedFile } from "./synced-file.js";

/** @import { SyncQueue } from "./sync.js" */
/** @import { Content, ServerFile } from "./synced-file.js" */

/**
 * Events (CustomEvent): `touched` {id}, when something is wanted of a file, or of the project; `files`, when the list or a name changed; `took` {id},
 * when the content came from elsewhere.
 */
export class ProjectFiles extends EventTarget {
  /** @param {SyncQueue} queue @param {string} mainPath the file that runs first, as the server knows it */
  constructor(queue, mainPath) {
    super();
    this.queue = queue;
    this.mainPath = mainPath;
  }

  /** Hold other files in place of these, where nothing is ever saved. @param {ServerFile[]} files @param {string} mainPath */
  replace(files, mainPath) {
    this.queue.files.clear();
    for (const file of files) this.queue.add(SyncedFile.fromServer(file));
    this.mainPath = mainPath;
  }

  /** @returns {SyncedFile[]} files that are there, for the person */
  get present() {
    return [...this.queue.files.values()].filter((file) => !file.deleted);
  }

  /** @returns {SyncedFile | undefined} the file that Run starts with */
  get main() {
    const programs = this.present.filter((file) => file.path.endsWith(".py"));
    const chosen = programs.find((file) => file.id === this.queue.project.main);
    return chosen ?? this.fileAt(this.mainPath) ?? this.fileAt("main.py") ?? programs[0];
  }

  /** @param {string} id of the file that is to run first */
  chooseMain(id) {
    const { project } = this.queue;
    project.choose(id);
    this.tell("touched", { id: project.id });
    this.tell("files");
  }

  /** @returns {string[]} */
  get paths() {
    return this.present.map((file) => file.path);
  }

  /** @param {string} id @returns {SyncedFile | undefined} */
  file(id) {
    return this.queue.files.get(id);
  }

  /** @param {string} path @returns {SyncedFile | undefined} */
  fileAt(path) {
    return this.present.find((file) => file.path === path);
  }

  /** @param {string} id @param {Content} content */
  edit(id, content) {
    const file = this.file(id);
    if (!file) return;
    file.edit(content, Date.now());
    this.tell("touched", { id: file.id });
  }

  /** @param {string} path a free name @param {Content} content @returns {SyncedFile} */
  create(path, content) {
    const file = SyncedFile.fresh(crypto.randomUUID(), path, content, Date.now());
    this.queue.add(file);
    this.tell("touched", { id: file.id });
    this.tell("files");
    return file;
  }

  /** @param {string} id @param {string} path a free name */
  rename(id, path) {
    const isMain = this.main?.id === id;
    this.#change(id, (file) => file.rename(path, Date.now()));
    if (isMain && path.endsWith(".py")) this.chooseMain(id);
  }

  /** @param {string} id */
  remove(id) {
    this.#change(id, (file) => file.remove(Date.now()));
  }

  /** Undo `remove`. @param {string} id */
  bringBack(id) {
    this.#change(id, (file) => file.bringBack(freePath(file.path, this.paths), null, Date.now()));
  }

  /** Bring back what was deleted before this page was opened. @param {ServerFile} deleted @param {Content} content */
  revive(deleted, content) {
    if (!this.queue.files.has(deleted.id)) this.queue.add(SyncedFile.fromServer(deleted));
    this.#change(deleted.id, (file) => file.bringBack(freePath(deleted.path, this.paths), content, Date.now()));
  }

  /** @param {string} id @param {"mine" | "theirs" | "both"} choice @param {Content} theirs what the server holds */
  resolve(id, choice, theirs) {
    const file = this.file(id);
    if (!file?.conflict) return;
    const mine = file.content;
    file.resolve(choice, theirs, Date.now());
    if (choice === "both" && mine) this.create(freePath(file.path, this.paths), mine);
    this.tell("touched", { id: file.id });
    if (choice !== "mine") this.tell("took", { id });
  }

  /** The next save of what is unsaved gets a version of its own: a run is a moment that one wants to find again. */
  pinUnsaved() {
    for (const file of this.queue.files.values()) if (file.contentChanged) file.pin = true;
  }

  /** The content is known now. @param {string} id @param {Content} content @returns {SyncedFile | null} null when it was known, or is another one by now */
  know(id, content) {
    const file = this.file(id);
    if (!file || file.content !== null || file.base.content !== null) return null;
    file.base = { ...file.base, content };
    file.content = content;
    return file;
  }

  /** @param {string} id @param {(file: SyncedFile) => void} change */
  #change(id, change) {
    const file = this.file(id);
    if (!file) return;
    change(file);
    this.tell("touched", { id: file.id });
    this.tell("files");
  }

  /** @param {"touched" | "files" | "took"} type @param {object} [detail] */
  tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
