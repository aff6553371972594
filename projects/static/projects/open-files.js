// Which files are open, and the one that is shown: in the editor, or in the viewer where it is no text.

import { LONGEST_TEXT, bytesFromContent } from "./content.js";
import { clearViewer, showBinary, showSentence } from "./file-viewer.js";

/** @import { CodeEditor } from "../editor/code-editor.js" */
/** @import { FileContents } from "./file-contents.js" */
/** @import { ProjectFiles } from "./project-files.js" */
/** @import { SyncedFile } from "./synced-file.js" */

/** @typedef {{editor: HTMLElement, viewer: HTMLElement, none: HTMLElement}} Stage */

/** Events: `change`, when the open files are others, or another one is meant; `shown`, when it is shown. */
export class OpenFiles extends EventTarget {
  /** @param {{files: ProjectFiles, contents: FileContents, editor: CodeEditor, stage: Stage, readOnly: boolean}} parts */
  constructor(parts) {
    super();
    this.parts = parts;
    /** @type {string[]} in the order of their tabs */
    this.ids = [];
    /** @type {string | null} */
    this.current = null;
  }

  /** @returns {SyncedFile | undefined} the file that is shown */
  get file() {
    return this.current ? this.parts.files.file(this.current) : undefined;
  }

  /** @param {string} id */
  async show(id) {
    const { files, contents, editor, readOnly } = this.parts;
    const file = files.file(id);
    if (!file || file.deleted) return;
    if (!this.ids.includes(id)) this.ids.push(id);
    this.current = id;
    this.dispatchEvent(new Event("change"));
    await contents.fetch(file);
    if (this.current !== id) return;
    const text = editable(file);
    if (text !== null) {
      await editor.open({ id, path: file.path, text, readOnly });
      this.#stage("editor");
    } else this.#view(file);
    this.dispatchEvent(new Event("shown"));
  }

  /** Give each of these a tab, in their order; the one that is shown stays. @param {string[]} ids */
  hold(ids) {
    this.ids = ids;
    this.dispatchEvent(new Event("change"));
  }

  /** There is nothing to show. */
  showNone() {
    this.#stage("none");
  }

  /** The content came from elsewhere. @param {string} id */
  took(id) {
    const file = this.parts.files.file(id);
    if (file?.content) this.showContent(file);
    else if (id === this.current) void this.show(id);
  }

  /** The content has changed under the editor: show it. @param {SyncedFile} file */
  showContent(file) {
    const { editor } = this.parts;
    const text = editable(file);
    if (text !== null && editor.isOpen(file.id)) editor.setText(file.id, text);
    else {
      editor.close(file.id);
      if (file.id === this.current) void this.show(file.id);
    }
  }

  /** @param {string} id */
  close(id) {
    const at = this.ids.indexOf(id);
    this.#forget(id);
    const next = this.ids[Math.min(at, this.ids.length - 1)];
    if (this.current === null && next) void this.show(next);
    else this.dispatchEvent(new Event("change"));
  }

  /** Only these files are left. @param {ReadonlySet<string>} ids */
  keepOnly(ids) {
    for (const id of this.ids.filter((open) => !ids.has(open))) this.#forget(id);
  }

  /** @param {string} id */
  #forget(id) {
    this.ids = this.ids.filter((open) => open !== id);
    this.parts.editor.close(id);
    if (this.current !== id) return;
    this.current = null;
    this.#stage("none");
  }

  /** @param {SyncedFile} file */
  #view(file) {
    const { viewer } = this.parts.stage;
    if (!file.content) showSentence(viewer, `${file.path} is not on this device yet.`);
    else showBinary(viewer, file.path, bytesFromContent(file.content));
    this.#stage("viewer");
  }

  /** @param {keyof Stage} part */
  #stage(part) {
    const { stage } = this.parts;
    for (const [name, element] of Object.entries(stage)) element.hidden = name !== part;
    if (part !== "viewer") clearViewer(stage.viewer);
  }
}

/** @param {SyncedFile} file @returns {string | null} what the editor shows of it; null: the viewer shows it */
function editable({ content }) {
  return content !== null && "text" in content && content.text.length <= LONGEST_TEXT ? content.text : null;
}
