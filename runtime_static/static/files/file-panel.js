// The list of a project's files. It only says what a person wants; somebody else does it.

import { icon, make } from "./elements.js";
import { fileMenu } from "./file-menu.js";
import { problemWith } from "./file-names.js";
import { focusName, nameField } from "./name-field.js";

/**
 * @typedef {{id: string, path: string, binary: boolean, main: boolean, unsaved: boolean}} ShownFile
 * @typedef {{files: ShownFile[], current: string | null, readOnly: boolean}} PanelState
 */

/** Events (CustomEvent): `open`, `delete`, `download`, `main` {id}; `create` {path}; `rename` {id, path}; `upload` {files}. */
export class FilePanel extends EventTarget {
  /** @param {HTMLElement} container empty; the panel fills it */
  constructor(container) {
    super();
    this.container = container;
    /** @type {PanelState} */
    this.state = { files: [], current: null, readOnly: false };
    this.isNaming = false;
    this.drawn = "";
    this.list = make("ul", { class: "file-list", role: "list", "aria-label": "Files" });
    this.picker = make("input", { type: "file", multiple: true, hidden: true, tabindex: "-1", "aria-hidden": "true" });
    this.newButton = this.#button("New file", "file-plus", () => this.#askNewName());
    this.uploadButton = this.#button("Upload", "upload", () => this.picker.click());
    const actions = make("div", { class: "file-actions" }, this.newButton, this.uploadButton);
    container.classList.add("file-panel");
    container.append(actions, this.list, this.picker);
    this.picker.addEventListener("change", () => {
      this.#tell("upload", { files: [...(this.picker.files ?? [])] });
      this.picker.value = "";
    });
    this.list.addEventListener("keydown", (event) => this.#key(event));
    this.#acceptDrops();
  }

  /** @param {PanelState} state */
  show(state) {
    this.state = state;
    this.newButton.hidden = this.uploadButton.hidden = state.readOnly;
    if (this.isNaming) return; // a name is being typed; the list is drawn when that is over
    const drawn = JSON.stringify([state.files.map((file) => ({ ...file, unsaved: null })), state.current, state.readOnly]);
    // Saving happens all the time: it must not take away a menu that is open.
    if (drawn === this.drawn) this.#markUnsaved();
    else this.#draw(state);
    this.drawn = drawn;
  }

  #markUnsaved() {
    for (const { id, unsaved } of this.state.files) {
      const mark = this.list.querySelector(`[data-file="${CSS.escape(id)}"] .file-unsaved`);
      if (mark instanceof HTMLElement) mark.hidden = !unsaved;
    }
  }

  /** @param {PanelState} state */
  #draw(state) {
    const focused = document.activeElement?.closest("[data-file]")?.getAttribute("data-file");
    const files = [...state.files].sort((a, b) => Number(b.main) - Number(a.main) || a.path.localeCompare(b.path));
    this.list.replaceChildren(...files.map((file) => this.#item(file)));
    if (focused) this.#focus(focused);
    else if (!files.length) this.list.append(make("li", { class: "file-empty" }, "No files yet."));
  }

  /** @param {ShownFile} file @returns {HTMLElement} */
  #item(file) {
    const isCurrent = file.id === this.state.current;
    const name = make("button", { type: "button", class: "file-name", title: file.path, "aria-current": isCurrent && "true" },
      icon(iconFor(file)), make("span", { class: "file-path" }, file.path));
    if (file.main) {
      const words = make("span", { class: "visually-hidden" }, "runs first");
      name.append(make("span", { class: "file-main", title: "Run starts with this file" }, icon("play"), words));
    }
    name.append(make("span", { class: "file-unsaved", title: "Not saved yet", hidden: !file.unsaved }, "●"));
    name.addEventListener("click", () => this.#tell("open", { id: file.id }));
    const item = make("li", { class: "file", "data-file": file.id, "aria-label": file.path }, name);
    const actions = {
      rename: () => this.#askRename(file, item),
      delete: () => this.#tell("delete", { id: file.id }),
      download: () => this.#tell("download", { id: file.id }),
      main: () => this.#tell("main", { id: file.id }),
    };
    item.append(fileMenu(file, this.state.readOnly, actions));
    return item;
  }

  #askNewName() {
    const item = make("li", { class: "file file-naming" });
    this.list.append(item);
    this.#askName(item, { value: "", label: "Name of the new file", others: this.#paths(null) }, (path) => {
      if (path) this.#tell("create", { path: /\.[^/]+$/.test(path) ? path : `${path}.py` });
      else this.newButton.focus();
    });
  }

  /** @param {ShownFile} file @param {HTMLElement} item */
  #askRename(file, item) {
    this.#askName(item, { value: file.path, label: `New name of ${file.path}`, others: this.#paths(file.id) }, (path) => {
      if (path) this.#tell("rename", { id: file.id, path });
      this.#focus(file.id);
    });
  }

  /** @param {HTMLElement} item @param {{value: string, label: string, others: string[]}} question @param {(path: string | null) => void} answer */
  #askName(item, { value, label, others }, answer) {
    this.isNaming = true;
    const form = nameField({
      value, label, check: (path) => problemWith(path, others),
      done: (path) => {
        this.isNaming = false;
        this.drawn = "";
        this.show(this.state);
        answer(path);
      },
    });
    item.replaceChildren(form);
    focusName(form);
  }

  /** @param {string | null} except @returns {string[]} */
  #paths(except) {
    return this.state.files.filter((file) => file.id !== except).map((file) => file.path);
  }

  /** Arrows go through the list; F2 and Delete do what they do in file managers. @param {KeyboardEvent} event */
  #key(event) {
    const item = event.target instanceof Element ? event.target.closest("[data-file]") : null;
    const file = this.state.files.find(({ id }) => id === item?.getAttribute("data-file"));
    if (!file || !(item instanceof HTMLElement)) return;
    const step = { ArrowDown: item.nextElementSibling, ArrowUp: item.previousElementSibling }[event.key];
    if (step) step.querySelector("button")?.focus();
    else if (event.key === "F2" && !this.state.readOnly) this.#askRename(file, item);
    else if (event.key === "Delete" && !this.state.readOnly) this.#tell("delete", { id: file.id });
    else return;
    event.preventDefault();
  }

  /** @param {string} id */
  #focus(id) {
    const name = this.list.querySelector(`[data-file="${CSS.escape(id)}"] .file-name`);
    if (name instanceof HTMLElement) name.focus();
  }

  #acceptDrops() {
    const { container } = this;
    container.addEventListener("dragover", (event) => {
      if (this.state.readOnly || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      container.classList.add("file-panel-drop");
    });
    container.addEventListener("dragleave", () => container.classList.remove("file-panel-drop"));
    container.addEventListener("drop", (event) => {
      container.classList.remove("file-panel-drop");
      if (this.state.readOnly || !event.dataTransfer?.files.length) return;
      event.preventDefault();
      this.#tell("upload", { files: [...event.dataTransfer.files] });
    });
  }

  /** @param {string} label @param {string} picture @param {() => void} act @returns {HTMLButtonElement} */
  #button(label, picture, act) {
    const button = make("button", { type: "button", class: "button button-quiet button-small" }, icon(picture), label);
    button.addEventListener("click", act);
    return button;
  }

  /** @param {string} type @param {object} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** @param {ShownFile} file @returns {string} */
function iconFor({ path, binary }) {
  if (/\.(png|jpe?g|gif|bmp|webp|svg)$/i.test(path)) return "file-image";
  if (path.endsWith(".py")) return "file-code";
  return binary ? "file" : "file-text";
}
