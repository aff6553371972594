// History: earlier versions of the open file, and files that were deleted. Each can be looked at and brought back.

import { make } from "../files/elements.js";
import { showChange } from "./comparison.js";
import { dialogButton, openDialog } from "./dialog.js";

/** @import { ProjectApi, Version, VersionLine } from "./api.js" */
/** @import { Content, ServerFile } from "./synced-file.js" */

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

/**
 * @typedef {{api: ProjectApi, file: {id: string, path: string, text: string | null} | null, nonce: string,
 *   restore: (content: Content) => void, revive: (file: ServerFile, content: Content) => void}} HistoryOptions
 */

/** @param {HistoryOptions} options `file`: the open one */
export function openHistoryDialog(options) {
  const list = make("ul", { class: "history-list", role: "list", "aria-label": "Versions" });
  const view = make("div", { class: "history-view", "aria-live": "polite" }, make("p", { class: "soft" }, "Loading …"));
  const bringBack = dialogButton("Restore", "button-primary", () => {});
  bringBack.disabled = true;
  const title = options.file ? `History of ${options.file.path}` : "History";
  const dialog = openDialog({ title, body: [make("div", { class: "history" }, list, view)], actions: [bringBack] });
  void new History(options, { dialog, list, view, bringBack }).load();
}

/** What the dialog shows, and what its button does at the moment. */
class History {
  /** @param {HistoryOptions} options @param {{dialog: HTMLDialogElement, list: HTMLElement, view: HTMLElement, bringBack: HTMLButtonElement}} parts */
  constructor(options, parts) {
    this.options = options;
    this.parts = parts;
    /** @type {() => void} */
    this.act = () => {};
    parts.bringBack.addEventListener("click", () => {
      parts.dialog.close();
      this.act();
    });
  }

  /** Ask the server what there is. */
  async load() {
    const { api, file } = this.options;
    try {
      const [versions, { deleted }] = await Promise.all([file ? api.versions(file.id) : [], api.list()]);
      this.#fill(versions, deleted);
    } catch {
      this.#say("History is kept on the server, which cannot be reached at the moment. Your work is safe on this device.");
    }
  }

  /** @param {VersionLine[]} versions @param {ServerFile[]} deleted */
  #fill(versions, deleted) {
    const { list } = this.parts;
    const items = versions.map((version) => this.#versionItem(version));
    list.replaceChildren(...items);
    if (deleted.length) {
      list.append(make("li", { class: "history-heading" }, "Deleted files"), ...deleted.map((file) => this.#deletedItem(file)));
    }
    const [newest] = items;
    if (!newest) this.#say("This file has not been saved yet.");
    newest?.querySelector("button")?.focus();
    newest?.querySelector("button")?.click();
  }

  /** @param {VersionLine} version @returns {HTMLElement} */
  #versionItem(version) {
    const about = `${version.author || "somebody"}, ${size(version.size)}`;
    return this.#item(WHEN.format(new Date(version.savedAt)), about, () => this.#showVersion(version));
  }

  /** @param {ServerFile} file @returns {HTMLElement} */
  #deletedItem(file) {
    return this.#item(file.path, `deleted ${WHEN.format(new Date(file.savedAt))}`, () => this.#showDeleted(file));
  }

  /** @param {string} name @param {string} about @param {() => Promise<void>} open @returns {HTMLElement} */
  #item(name, about, open) {
    const button = make("button", { type: "button" }, name, make("span", { class: "history-meta" }, about));
    button.addEventListener("click", () => {
      for (const other of this.parts.list.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
      button.setAttribute("aria-current", "true");
      open().catch(() => this.#say("This version could not be loaded. Try again in a moment."));
    });
    return make("li", {}, button);
  }

  /** @param {VersionLine} line */
  async #showVersion(line) {
    const { api, file } = this.options;
    if (!file) return;
    const version = await api.version(file.id, line.id);
    this.#show(version.text ?? null, file.text);
    this.#offer("Restore this version", () => this.options.restore(contentOf(version)));
  }

  /** @param {ServerFile} file */
  async #showDeleted(file) {
    const [last] = await this.options.api.versions(file.id);
    const content = last ? contentOf(await this.options.api.version(file.id, last.id)) : { text: file.text ?? "" };
    this.#show("text" in content ? content.text : null, null);
    this.#offer("Bring this file back", () => this.options.revive(file, content));
  }

  /** @param {string | null} then @param {string | null} now */
  #show(then, now) {
    if (then === null) {
      this.#say("This file is no text, so it cannot be shown here.");
      return;
    }
    const place = make("div", { class: "comparison" });
    this.parts.view.replaceChildren(place);
    showChange(place, { then, now: now ?? then, name: "Earlier version", nonce: this.options.nonce });
  }

  /** @param {string} label @param {() => void} act */
  #offer(label, act) {
    this.act = act;
    this.parts.bringBack.textContent = label;
    this.parts.bringBack.disabled = false;
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.parts.view.replaceChildren(make("p", { class: "soft" }, sentence));
  }
}

/** @param {Version} version @returns {Content} */
function contentOf({ text, base64 }) {
  return text === undefined ? { base64: base64 ?? "" } : { text };
}

/** @param {number} bytes @returns {string} */
function size(bytes) {
  return bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024).toLocaleString()} KB`;
}
