// What a person does with the files of a project, in the panel, the tabs and the editor, and what programs write: wires them.

import { freePath, moduleNames } from "../files/file-names.js";
import { contentFromBytes } from "./content.js";
import { FileTransfer } from "./file-transfer.js";

/** @import { CodeEditor } from "../editor/code-editor.js" */
/** @import { FilePanel } from "../files/file-panel.js" */
/** @import { FileTabs } from "../files/file-tabs.js" */
/** @import { FileContents } from "./file-contents.js" */
/** @import { OpenFiles } from "./open-files.js" */
/** @import { ProjectFiles } from "./project-files.js" */
/** @import { Saver } from "./saver.js" */
/** @import { Content, ServerFile, SyncedFile } from "./synced-file.js" */

/**
 * @typedef {(text: string, action?: {label: string, act: () => void}) => void} Tell
 * @typedef {{files: ProjectFiles, contents: FileContents, open: OpenFiles, saver: Saver, editor: CodeEditor, panel: FilePanel, tabs: FileTabs,
 *   tell: Tell, readOnly: boolean, limits: {fileBytes: number, files: number}}} Parts
 */

/** The files of a project under a person's hands. */
export class Editing {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    const { files, contents, open, tell, limits } = parts;
    this.transfer = new FileTransfer({
      files, contents, tell, fileBytes: limits.fileBytes,
      put: (path, content) => this.#put(path, content).id,
      restore: (id, content) => this.#set(id, content),
      show: (id) => void open.show(id),
    });
    this.#listen();
  }

  /** Show the main file, as the page opens. */
  async begin() {
    const { files, open } = this.parts;
    this.draw();
    const first = files.main ?? files.present[0];
    if (first) await open.show(first.id);
    else open.showNone();
  }

  /** Show a file at a line: somebody followed a traceback. @param {string} path @param {number} line @param {number} [column] */
  async jump(path, line, column = 0) {
    const file = this.parts.files.fileAt(path);
    if (!file) return;
    await this.parts.open.show(file.id);
    this.parts.editor.jumpTo(line, column);
  }

  /** A program has written. @param {{path: string, bytes: Uint8Array}[]} changed @param {string[]} deleted */
  programWrote(changed, deleted) {
    for (const { path, bytes } of changed) this.#put(path, contentFromBytes(bytes));
    for (const path of deleted) {
      const file = this.parts.files.fileAt(path);
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
    const file = this.parts.files.file(id);
    if (!file) return;
    file.pin = true;
    this.#set(id, content);
  }

  /** Bring a deleted file back and show it. @param {ServerFile} file @param {Content} content */
  revive(file, content) {
    this.parts.files.revive(file, content);
    void this.parts.open.show(file.id);
  }

  /** Draw the panel and the tabs. */
  draw() {
    const { files, saver, open, panel, tabs, editor, readOnly } = this.parts;
    const { present, main } = files;
    open.keepOnly(new Set(present.map((file) => file.id)));
    const shown = present.map((file) => ({
      id: file.id, path: file.path, binary: file.content === null || !("text" in file.content), main: file === main,
      unsaved: saver.saves && file.dirty,
    }));
    panel.show({ files: shown, current: open.current, readOnly });
    tabs.show({ tabs: open.ids.flatMap((id) => shown.find((file) => file.id === id) ?? []), current: open.current });
    editor.setModules(moduleNames(files.paths));
  }

  #listen() {
    const { files, saver, open, editor, panel, tabs } = this.parts;
    /** @param {EventTarget} source @param {string} name @param {(detail: any) => void} act */
    const on = (source, name, act) => source.addEventListener(name, (event) => act(/** @type {CustomEvent} */ (event).detail));
    // Half of a surrogate pair cannot be written as UTF-8: it becomes the sign for "unknown character".
    on(editor, "change", ({ id, text }) => files.edit(id, { text: text.toWellFormed() }));
    on(files, "files", () => this.draw());
    on(files, "took", ({ id }) => open.took(id));
    on(saver, "status", () => this.draw());
    on(open, "change", () => this.draw());
    on(panel, "open", ({ id }) => void open.show(id));
    on(panel, "create", ({ path }) => this.#create(path));
    on(panel, "rename", ({ id, path }) => this.#rename(id, path));
    on(panel, "delete", ({ id }) => this.#delete(id));
    on(panel, "download", ({ id }) => void this.transfer.download(id));
    on(panel, "main", ({ id }) => files.chooseMain(id));
    on(panel, "upload", (detail) => void this.transfer.upload(detail.files).then(() => this.draw()));
    on(tabs, "open", ({ id }) => void open.show(id));
    on(tabs, "close", ({ id }) => open.close(id));
  }

  /** @param {string} path */
  #create(path) {
    const { files, open, editor, limits, tell } = this.parts;
    if (files.present.length >= limits.files) {
      tell(`A project may have ${limits.files} files at most.`);
      return;
    }
    void open.show(files.create(path, { text: "" }).id).then(() => editor.focus());
  }

  /** @param {string} id @param {string} path */
  #rename(id, path) {
    this.parts.files.rename(id, path);
    void this.parts.editor.rename(id, path);
  }

  /** @param {string} id */
  #delete(id) {
    const file = this.parts.files.file(id);
    if (!file) return;
    this.#remove(id);
    this.parts.tell(`${file.path} was deleted.`, { label: "Undo", act: () => this.#undoDelete(id) });
  }

  /** @param {string} id */
  #undoDelete(id) {
    this.parts.files.bringBack(id);
    void this.parts.open.show(id);
  }

  /** @param {string} id */
  #remove(id) {
    this.parts.open.close(id);
    this.parts.files.remove(id);
  }

  /** Write a file, which may be new. @param {string} path @param {Content} content @returns {SyncedFile} */
  #put(path, content) {
    const { files } = this.parts;
    const file = files.fileAt(path);
    if (!file) return files.create(freePath(path, files.paths), content);
    this.#set(file.id, content);
    return file;
  }

  /** @param {string} id @param {Content} content */
  #set(id, content) {
    const file = this.parts.files.file(id);
    if (!file) return;
    this.parts.files.edit(id, content);
    this.parts.open.showContent(file);
    this.draw();
  }
}
