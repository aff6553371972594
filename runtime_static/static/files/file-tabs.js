// The tabs of open files.

import { icon, make } from "./elements.js";

/** @typedef {{tabs: {id: string, path: string, unsaved: boolean}[], current: string | null}} TabsState */

/** Events (CustomEvent): `open`, `close` {id}. Arrows move between tabs, Delete closes one. */
export class FileTabs extends EventTarget {
  /** @param {HTMLElement} container empty @param {string} panelId id of the element that shows the file */
  constructor(container, panelId) {
    super();
    this.panelId = panelId;
    this.drawn = "";
    this.list = make("div", { class: "file-tabs", role: "tablist", "aria-label": "Open files" });
    container.append(this.list);
    this.list.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {TabsState} state */
  show({ tabs, current }) {
    const drawn = JSON.stringify([tabs, current]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const hadFocus = this.list.contains(document.activeElement);
    this.list.replaceChildren(...tabs.map((tab) => this.#tab(tab, tab.id === current)));
    const selected = this.list.querySelector('[aria-selected="true"]');
    if (!(selected instanceof HTMLElement)) return;
    if (hadFocus) selected.focus({ preventScroll: true });
    this.#reveal(selected);
  }

  /** Scrolls the row of tabs and nothing around it: `scrollIntoView` would bring the whole pane into view on a phone. @param {HTMLElement} tab */
  #reveal(tab) {
    const row = this.list.getBoundingClientRect();
    const box = tab.getBoundingClientRect();
    if (box.left < row.left) this.list.scrollLeft -= row.left - box.left;
    else if (box.right > row.right) this.list.scrollLeft += box.right - row.right;
  }

  /** @param {TabsState["tabs"][number]} file @param {boolean} isCurrent @returns {HTMLElement} */
  #tab({ id, path, unsaved }, isCurrent) {
    const tab = make("div", {
      class: "file-tab", role: "tab", "data-tab": id, "aria-selected": String(isCurrent), "aria-controls": this.panelId,
      tabindex: isCurrent ? "0" : "-1", "aria-label": path, title: path,
    }, make("span", {}, path.split("/").at(-1) ?? path));
    if (unsaved) tab.append(make("span", { class: "file-unsaved", title: "Not saved yet" }, "●"));
    // Inside a tab nothing else is a control for a screen reader; there, Delete closes it.
    const close = make("span", { class: "file-tab-close", "aria-hidden": "true", title: "Close" }, icon("x"));
    tab.append(close);
    tab.addEventListener("click", (event) => {
      const closes = event.target instanceof Node && close.contains(event.target);
      this.#tell(closes ? "close" : "open", id);
    });
    tab.addEventListener("auxclick", (event) => {
      if (event.button === 1) this.#tell("close", id);
    });
    return tab;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const tabs = [...this.list.children];
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    if (at < 0) return;
    const last = tabs.length - 1;
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (next !== undefined) this.#tell("open", tabs[next].getAttribute("data-tab"));
    else if (event.key === "Delete") this.#tell("close", tabs[at].getAttribute("data-tab"));
    else return;
    event.preventDefault();
  }

  /** @param {string} type @param {string | null} id */
  #tell(type, id) {
    this.dispatchEvent(new CustomEvent(type, { detail: { id } }));
  }
}
