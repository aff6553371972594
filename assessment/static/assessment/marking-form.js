// The form of the marking screen: rubric, feedback, mark, outcome. What is typed goes to `MarkingNotes`.

import { make } from "../files/elements.js";
import { part } from "../projects/workspace.js";

/** @import { MarkingNotes, Notes, Sum } from "./marking-notes.js" */
/** @import { Criterion, Screen } from "./marking-shapes.js" */

export class MarkingForm {
  /** @param {{notes: MarkingNotes, criteria: readonly Criterion[]}} parts */
  constructor({ notes, criteria }) {
    this.notes = notes;
    this.criteria = criteria;
    this.form = /** @type {HTMLFormElement} */ (part("notes"));
    this.feedback = /** @type {HTMLTextAreaElement} */ (part("feedback"));
    this.override = /** @type {HTMLInputElement} */ (part("override"));
    this.redoDue = /** @type {HTMLInputElement} */ (part("redo-due"));
    this.group = /** @type {HTMLInputElement} */ (part("whole-group"));
    /** @type {Map<string, {points: HTMLInputElement, levels: HTMLButtonElement[]}>} by criterion */
    this.lines = new Map();
    part("rubric").replaceChildren(...criteria.map((criterion) => this.#line(criterion)));
    part("rubric-part").hidden = criteria.length === 0;
    this.#listen();
  }

  /** @param {Screen} screen */
  show({ handIn, submission, marking, sum }) {
    const mayMark = handIn?.isLatest ?? false;
    for (const control of this.form.elements) control.toggleAttribute("disabled", !mayMark);
    part("group").hidden = submission.others.length === 0;
    const otherwise = submission.othersDiffer ? ", who are marked otherwise now" : "";
    part("group-text").textContent = `For the whole group: also ${submission.others.join(", ")}${otherwise}`;
    this.group.checked = this.notes.wholeGroup;
    this.fill(marking);
    this.showSum(sum);
  }

  /** @param {Notes | null} notes as the server holds them */
  fill(notes) {
    this.feedback.value = notes?.feedback ?? "";
    this.override.value = notes?.override ?? "";
    this.redoDue.value = notes?.redoDueAt ?? "";
    for (const [id, { points }] of this.lines) points.value = notes?.points[id] ?? "";
    for (const radio of this.#outcomes) radio.checked = radio.value === (notes?.outcome ?? "");
    this.#drawChoices();
  }

  /** @param {Sum | null} sum */
  showSum(sum) {
    part("sum").textContent = sum?.sentence ?? "";
    part("override-of").textContent = sum ? `of ${sum.of}` : "";
    part("bar-mark").textContent = sum ? `${sum.points} of ${sum.of}` : "";
    part("mark").textContent = sum ? `${sum.overridden ? "Set by hand: " : ""}${sum.points} of ${sum.of}` : "";
  }

  /** Give the first control the keyboard, and leave the panel where it is. */
  focus() {
    const first = this.form.querySelector("button, input, textarea");
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  }

  /** @returns {HTMLInputElement[]} */
  get #outcomes() {
    return [...this.form.querySelectorAll("input")].filter(({ name }) => name === "outcome");
  }

  #listen() {
    const { notes } = this;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.feedback.addEventListener("input", () => notes.change({ feedback: this.feedback.value }));
    this.override.addEventListener("input", () => notes.change({ override: this.override.value }));
    this.redoDue.addEventListener("change", () => notes.change({ redoDueAt: this.redoDue.value }));
    for (const radio of this.#outcomes) {
      radio.addEventListener("change", () => {
        notes.change({ outcome: radio.value });
        this.#drawChoices();
      });
    }
    this.group.addEventListener("change", () => {
      notes.wholeGroup = this.group.checked;
      if (this.group.checked) notes.touch();
    });
  }

  /** @param {Criterion} criterion @returns {HTMLElement} */
  #line({ id, title, of, levels }) {
    const key = String(id);
    const points = make("input", { class: "input marking-points", id: `criterion-${key}`, inputmode: "decimal", autocomplete: "off", "aria-label": `${title}: points of ${of}` });
    const buttons = levels.map((level) => {
      const button = make("button", { class: "button button-small", type: "button", "data-points": level.points, "aria-pressed": "false" }, `${level.points} · ${level.text}`);
      button.addEventListener("click", () => {
        points.value = button.getAttribute("aria-pressed") === "true" ? "" : level.points;
        this.#gave(key);
      });
      return button;
    });
    points.addEventListener("input", () => this.#gave(key));
    this.lines.set(key, { points, levels: buttons });
    return make("fieldset", { class: "marking-criterion" }, make("legend", {}, title),
      make("div", { class: "marking-levels" }, ...buttons), make("p", { class: "marking-row" }, points, ` of ${of}`));
  }

  /** @param {string} key of a criterion */
  #gave(key) {
    this.notes.give(key, this.lines.get(key)?.points.value ?? "");
    this.#drawChoices();
  }

  #drawChoices() {
    for (const { points, levels } of this.lines.values()) {
      const given = points.value.trim().replace(",", ".");
      for (const button of levels) {
        button.setAttribute("aria-pressed", String(given !== "" && Number(given) === Number(button.dataset.points)));
      }
    }
    part("redo").hidden = !this.#outcomes.some(({ value, checked }) => checked && value === "returned");
  }
}
