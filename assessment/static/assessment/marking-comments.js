// Comments on lines: the list, and the form in which one is written, with those that the teacher keeps to use again.

import { make } from "../files/elements.js";
import { part } from "../projects/workspace.js";
import { fitting } from "./kept-comments.js";

/** @import { Kept } from "./kept-comments.js" */
/** @import { Comment } from "./marking-shapes.js" */

/**
 * @typedef {{path: string, line: number, comment: Comment | null}} Place where one is written; `comment` is the one that is changed
 * @typedef {{save: (place: Place, text: string) => Promise<boolean>, keep: (text: string) => Promise<Kept | null>,
 *   used: (kept: Kept) => void, forget: (kept: Kept) => void}} Actions `save` says whether the server has it
 */

/** Events (CustomEvent): `jump` {comment}, `delete` {comment}, `left` (the form was closed). */
export class MarkingComments extends EventTarget {
  /** @param {{kept: Kept[], actions: Actions}} options */
  constructor({ kept, actions }) {
    super();
    this.kept = kept;
    this.actions = actions;
    /** @type {Place | null} */
    this.place = null;
    this.form = part("composer");
    this.text = /** @type {HTMLTextAreaElement} */ (part("comment-text"));
    this.keep = /** @type {HTMLInputElement} */ (part("keep-comment"));
    this.list = part("kept");
    this.at = 0;
    this.#listen();
  }

  /** @param {readonly Comment[]} comments @param {{title: (item: number) => string, mayMark: boolean}} about */
  show(comments, { title, mayMark }) {
    part("no-comments").hidden = !mayMark || comments.length > 0;
    part("comments").replaceChildren(...comments.map((comment) => {
      const place = make("button", { class: "marking-place", type: "button" }, `${title(comment.item)}${comment.path}, line ${comment.line}`);
      place.addEventListener("click", () => this.#tell("jump", { comment }));
      const entry = make("li", { class: "marking-comment", "data-comment": String(comment.id) }, place, make("p", {}, comment.text), make("p", { class: "soft small" }, comment.by));
      if (mayMark) entry.append(this.#tools(comment));
      return entry;
    }));
  }

  /** Write a comment, or change one. @param {Place} place */
  write(place) {
    this.place = place;
    part("composer-title").textContent = `${place.comment ? "Change the comment on" : "Comment on"} ${place.path}, line ${place.line}`;
    this.text.value = place.comment?.text ?? "";
    this.keep.checked = false;
    this.form.hidden = false;
    this.#offer();
    this.text.focus();
    this.form.scrollIntoView({ block: "nearest" });
  }

  /** Close the form; what was typed is forgotten. */
  leave() {
    if (!this.place) return;
    this.place = null;
    this.form.hidden = true;
    this.#tell("left");
  }

  /** @returns {boolean} whether something is written that was not saved */
  get isWriting() {
    return this.place !== null && this.text.value.trim() !== (this.place.comment?.text ?? "");
  }

  /** @param {Comment} comment @returns {HTMLElement} */
  #tools(comment) {
    const change = make("button", { class: "button button-small button-quiet", type: "button", "aria-label": `Change the comment on line ${comment.line}` }, "Change");
    const remove = make("button", { class: "button button-small button-quiet", type: "button", "aria-label": `Delete the comment on line ${comment.line}` }, "Delete");
    change.addEventListener("click", () => this.write({ path: comment.path, line: comment.line, comment }));
    remove.addEventListener("click", () => this.#tell("delete", { comment }));
    return make("div", { class: "marking-row" }, change, remove);
  }

  #listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#save();
    });
    part("cancel-comment").addEventListener("click", () => this.leave());
    this.text.addEventListener("input", () => this.#offer());
    this.text.addEventListener("keydown", (event) => this.#key(event));
    this.list.addEventListener("keydown", (event) => this.#listKey(event));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const atEnd = this.text.selectionEnd === this.text.value.length;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.#save();
    else if (event.key === "Escape") this.leave();
    else if (event.key === "ArrowDown" && atEnd && !this.list.hidden) {
      this.#choose(0);
      this.list.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation(); // Ctrl+Enter runs elsewhere
  }

  /** @param {KeyboardEvent} event */
  #listKey(event) {
    const offered = this.#offered;
    const kept = offered[this.at];
    if (event.key === "ArrowDown") this.#choose(Math.min(this.at + 1, offered.length - 1));
    else if (event.key === "ArrowUp" && this.at > 0) this.#choose(this.at - 1);
    else if (event.key === "ArrowUp" || event.key === "Escape") this.text.focus();
    else if (event.key === "Enter" && kept) this.#pick(kept);
    else if (event.key === "Delete" && kept) this.#forget(kept);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @returns {Kept[]} */
  get #offered() {
    return fitting(this.kept, this.text.value.trim());
  }

  #offer() {
    const offered = this.#offered;
    this.at = Math.min(this.at, Math.max(0, offered.length - 1));
    this.list.hidden = offered.length === 0;
    this.list.replaceChildren(...offered.map((kept, place) => {
      // Inside an option nothing else is a control for a screen reader; there, Delete removes it.
      const forget = make("span", { class: "marking-forget", "aria-hidden": "true", title: "Keep it no longer" }, "×");
      const option = make("li", { role: "option", id: `kept-${kept.id}`, "aria-selected": String(place === this.at), title: "Enter uses it, Delete removes it" }, make("span", {}, kept.text), forget);
      option.addEventListener("click", (event) => {
        if (event.target === forget) this.#forget(kept);
        else this.#pick(kept);
      });
      return option;
    }));
    this.#choose(this.at);
  }

  /** @param {number} at */
  #choose(at) {
    this.at = at;
    const options = [...this.list.children];
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    this.list.setAttribute("aria-activedescendant", options[at]?.id ?? "");
    if (document.activeElement === this.list) options[at]?.scrollIntoView({ block: "nearest" });
  }

  /** @param {Kept} kept */
  #pick(kept) {
    this.text.value = kept.text;
    kept.uses += 1;
    this.actions.used(kept);
    this.#offer();
    this.text.focus();
  }

  /** @param {Kept} kept */
  #forget(kept) {
    this.kept = this.kept.filter((one) => one !== kept);
    this.actions.forget(kept);
    this.#offer();
    if (this.list.hidden) this.text.focus();
  }

  async #save() {
    const { place, text } = this;
    const written = text.value.trim();
    if (!place || !written) return;
    const wantsToKeep = this.keep.checked && !this.kept.some((one) => one.text === written);
    if (!(await this.actions.save(place, written))) return;
    const kept = wantsToKeep ? await this.actions.keep(written) : null;
    if (kept) this.kept = [...this.kept, kept];
    if (this.place === place) this.leave();
  }

  /** @param {string} type @param {object} [detail] */
  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
