// What is open, what is shown, and what a person does with files: wires the file panel, the tabs, the editor and the saver.

import { freePath, moduleNames, problemWith } from "../files/file-names.js";
import { LONGEST_TEXT, bytesFromContent, contentFromBytes } from "./content.js";
import { clearViewer, showBinary, showSentence } from "./file-viewer.js";

/** @import { CodeEditor } from "../editor/code-editor.js" */
/** @import { FilePanel } from "../files/file-panel.js" */
/** @import { FileTabs } from "../files/file-tabs.js" */
/** @import { ProjectApi } from "./api.js" */
/** @import { Saver } from "./saver.js" */
/** @import { Content, ServerFile, SyncedFile } from "./synced-file.js" */

/**
 * @typedef {(text: string, action?: {label: string, act: () => void}) => void} Tell
 * @typedef {{saver: Saver, editor: CodeEditor, panel: FilePanel, tabs: FileTabs, api: ProjectApi, tell: Tell,
 *   stage: {editor: HTMLElement, viewer: HTMLElement, none: HTMLElement}, mainPath: string, readOnly: boolean,
 *   limits: {fileBytes: number, files: number}}} Parts
 */

/** Events: `shown`, when another file is shown; `project-saved`, when the server has taken a change of the project itself. */
export class Editing extends EventTarget {
  /** @param {Parts} parts */
  constructor(parts) {
    super();
    this.parts = parts;
    this.mainPath = parts.mainPath;
    /** @type {string[]} ids of the files with a tab, in order */
    this.open = [];
    /** @type {string | null} */
    this.current = null;
    this.#listen();
  }

  /** @returns {SyncedFile | undefined} the file that is shown */
  get file() {
    return this.current ? this.parts.saver.file(this.current) : undefined;
  }

  /** @returns {SyncedFile | undefined} the file that Run starts with */
  get mainFile() {
    const { saver } = this.parts;
    return saver.fileAt(this.mainPath) ?? saver.fileAt("main.py") ?? saver.present.find((file) => file.path.endsWith(".py"));
  }

  /** Show the main file, as the page opens. */
  async begin() {
    this.draw();
    const first = this.mainFile ?? this.parts.saver.present[0];
    if (first) await this.show(first.id);
    else this.#stage("none");
  }

  /** @param {string} id */
  async show(id) {
    const { saver, editor } = this.parts;
    const file = saver.file(id);
    if (!file || file.deleted) return;
    if (!this.open.includes(id)) this.open.push(id);
    this.current = id;
    this.draw();
    if (file.content === null) await this.#fetch(file);
    if (this.current !== id) return;
    if (file.content && "text" in file.content && file.content.text.length <= LONGEST_TEXT) {
      await editor.open({ id, path: file.path, text: file.content.text, readOnly: this.parts.readOnly });
      this.#stage("editor");
    } else this.#view(file);
    this.dispatchEvent(new Event("shown"));
  }

  /** Show a file at a line: somebody followed a traceback. @param {string} path @param {number} line @param {number} [column] */
  async jump(path, line, column = 0) {
    const file = this.parts.saver.fileAt(path);
    if (!file) return;
    await this.show(file.id);
    this.parts.editor.jumpTo(line, column);
  }

  /** Everything that a program needs and can be had, with the contents of binary files fetched. @returns {Promise<{path: string, bytes: Uint8Array}[]>} */
  async programFiles() {
    for (const file of this.parts.saver.present) if (file.content === null) await this.#fetch(file);
    return this.#filesHere(); // a program whose picture is missing says so better than we could
  }

  /** @returns {{path: string, bytes: Uint8Array}[] | null} null while a file still has to be fetched */
  readyFiles() {
    return this.parts.saver.present.some(({ content }) => content === null) ? null : this.#filesHere();
  }

  /** @returns {{path: string, bytes: Uint8Array}[]} */
  #filesHere() {
    return this.parts.saver.present.flatMap(({ path, content }) => (content ? [{ path, bytes: bytesFromContent(content) }] : []));
  }

  /** A program has written. @param {{path: string, bytes: Uint8Array}[]} changed @param {string[]} deleted */
  programWrote(changed, deleted) {
    const { saver } = this.parts;
    for (const { path, bytes } of changed) this.#put(path, contentFromBytes(bytes));
    for (const path of deleted) {
      const file = saver.fileAt(path);
      if (file) this.#remove(file.id);
    }
    this.draw();
  }

  /** What the page itself writes, such as the lock of the packages. @param {string} path @param {string} text */
  writeText(path, text) {
    this.#put(path, { text });
    this.draw();
  }

  /** Put an earlier text back, as an edit. @param {string} id @param {Content} content */
  restore(id, content) {
    const file = this.parts.saver.file(id);
    if (!file) return;
    file.pin = true;
    this.#set(file, content);
  }

  /** Bring a deleted file back and show it. @param {ServerFile} file @param {Content} content */
  revive(file, content) {
    this.parts.saver.revive(file, content);
    void this.show(file.id);
  }

  /** The content of a file came from elsewhere. @param {string} id */
  took(id) {
    const file = this.parts.saver.file(id);
    if (file?.content) this.#showContent(file);
    else if (id === this.current) void this.show(id);
  }

  /** Draw the panel and the tabs. */
  draw() {
    const { saver, panel, tabs, editor } = this.parts;
    const present = saver.present;
    const ids = new Set(present.map((file) => file.id));
    for (const id of this.open.filter((open) => !ids.has(open))) this.#forget(id);
    const shown = present.map((file) => ({
      id: file.id, path: file.path, binary: file.content === null || !("text" in file.content), main: file === this.mainFile,
      unsaved: saver.saves && file.dirty,
    }));
    panel.show({ files: shown, current: this.current, readOnly: this.parts.readOnly });
    tabs.show({ tabs: this.open.flatMap((id) => shown.find((file) => file.id === id) ?? []), current: this.current });
    editor.setModules(moduleNames(present.map((file) => file.path)));
  }

  #listen() {
    const { saver, editor, panel, tabs } = this.parts;
    /** @param {EventTarget} source @param {string} name @param {(detail: any) => void} act */
    const on = (source, name, act) => source.addEventListener(name, (event) => act(/** @type {CustomEvent} */ (event).detail));
    // Half of a surrogate pair cannot be written as UTF-8: it becomes the sign for "unknown character".
    on(editor, "change", ({ id, text }) => saver.edit(id, { text: text.toWellFormed() }));
    on(saver, "files", () => this.draw());
    on(saver, "status", () => this.draw());
    on(saver, "took", ({ id }) => this.took(id));
    on(panel, "open", ({ id }) => void this.show(id));
    on(panel, "create", ({ path }) => this.#create(path));
    on(panel, "rename", ({ id, path }) => this.#rename(id, path));
    on(panel, "delete", ({ id }) => this.#delete(id));
    on(panel, "download", ({ id }) => void this.#download(id));
    on(panel, "main", ({ id }) => void this.#chooseMain(id));
    on(panel, "upload", ({ files }) => void this.#upload(files));
    on(tabs, "open", ({ id }) => void this.show(id));
    on(tabs, "close", ({ id }) => this.#close(id));
  }

  /** @param {string} path */
  #create(path) {
    if (this.parts.saver.present.length >= this.parts.limits.files) {
      this.parts.tell(`A project may have ${this.parts.limits.files} files at most.`);
      return;
    }
    void this.show(this.parts.saver.create(path, { text: "" }).id).then(() => this.parts.editor.focus());
  }

  /** @param {string} id @param {string} path */
  #rename(id, path) {
    const wasMain = this.mainFile?.id === id;
    this.parts.saver.rename(id, path);
    void this.parts.editor.rename(id, path);
    if (wasMain && path.endsWith(".py")) void this.#chooseMain(id);
  }

  /** @param {string} id */
  #delete(id) {
    const file = this.parts.saver.file(id);
    if (!file) return;
    this.#remove(id);
    this.parts.tell(`${file.path} was deleted.`, { label: "Undo", act: () => this.#undoDelete(id) });
  }

  /** @param {string} id */
  #undoDelete(id) {
    this.parts.saver.bringBack(id);
    void this.show(id);
  }

  /** @param {string} id */
  #remove(id) {
    this.#close(id);
    this.parts.saver.remove(id);
  }

  /** @param {string} id */
  async #chooseMain(id) {
    const file = this.parts.saver.file(id);
    if (!file) return;
    this.mainPath = file.path;
    this.draw();
    if (!this.parts.saver.saves) return;
    try {
      await this.parts.api.changeProject({ mainPath: file.path });
      this.dispatchEvent(new Event("project-saved"));
    } catch {
      this.parts.tell(`${file.path} runs first until this page is closed; that could not be saved just now.`);
    }
  }

  /** @param {string} id */
  async #download(id) {
    const file = this.parts.saver.file(id);
    if (file?.content === null) await this.#fetch(file);
    if (!file?.content) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (bytesFromContent(file.content))]));
    link.download = file.path.split("/").at(-1) ?? file.path;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  /** @param {File[]} files from the device */
  async #upload(files) {
    const { limits, tell } = this.parts;
    for (const file of files) {
      const problem = problemWith(file.name, []);
      const tooLarge = file.size > limits.fileBytes ? `A file may be ${Math.round(limits.fileBytes / 1024 / 1024)} MB at most.` : "";
      if (problem || tooLarge) tell(`${file.name} was not uploaded. ${problem || tooLarge}`);
      else this.#uploaded(file.name.normalize("NFC"), contentFromBytes(new Uint8Array(await file.arrayBuffer())));
    }
    this.draw();
  }

  /** @param {string} path @param {Content} content */
  #uploaded(path, content) {
    const { saver, tell } = this.parts;
    const earlier = saver.fileAt(path);
    const before = earlier?.content;
    if (earlier) earlier.pin = true;
    const file = this.#put(path, content);
    void this.show(file.id);
    if (before) tell(`${path} was replaced.`, { label: "Undo", act: () => this.#set(file, before) });
  }

  /** Write a file, which may be new. @param {string} path @param {Content} content @returns {SyncedFile} */
  #put(path, content) {
    const { saver } = this.parts;
    const file = saver.fileAt(path);
    if (!file) return saver.create(freePath(path, saver.present.map((other) => other.path)), content);
    this.#set(file, content);
    return file;
  }

  /** @param {SyncedFile} file @param {Content} content */
  #set(file, content) {
    this.parts.saver.edit(file.id, content);
    this.#showContent(file);
    this.draw();
  }

  /** The content has changed under the editor: show it. @param {SyncedFile} file */
  #showContent(file) {
    const { editor } = this.parts;
    const isText = file.content !== null && "text" in file.content && file.content.text.length <= LONGEST_TEXT;
    if (isText && editor.isOpen(file.id)) editor.setText(file.id, /** @type {{text: string}} */ (file.content).text);
    else {
      editor.close(file.id);
      if (file.id === this.current) void this.show(file.id);
    }
  }

  /** @param {string} id */
  #close(id) {
    const at = this.open.indexOf(id);
    this.#forget(id);
    const next = this.open[Math.min(at, this.open.length - 1)];
    if (this.current === null && next) void this.show(next);
    else this.draw();
  }

  /** @param {string} id */
  #forget(id) {
    this.open = this.open.filter((open) => open !== id);
    this.parts.editor.close(id);
    if (this.current !== id) return;
    this.current = null;
    this.#stage("none");
  }

  /** @param {SyncedFile} file */
  async #fetch(file) {
    try {
      this.parts.saver.fetched(file.id, contentFromBytes(await this.parts.api.bytes(file.id)));
    } catch {
      this.parts.tell(`${file.path} could not be loaded. Check the network and try again.`);
    }
  }

  /** @param {SyncedFile} file */
  #view(file) {
    const { viewer } = this.parts.stage;
    if (!file.content) showSentence(viewer, `${file.path} is not on this device yet.`);
    else showBinary(viewer, file.path, bytesFromContent(file.content));
    this.#stage("viewer");
  }

  /** @param {"editor" | "viewer" | "none"} part */
  #stage(part) {
    const { stage } = this.parts;
    for (const [name, element] of Object.entries(stage)) element.hidden = name !== part;
    if (part !== "viewer") clearViewer(stage.viewer);
  }
}
