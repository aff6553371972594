// One check in the list: its state in a word, and beneath it what was given, expected and got. All of it goes in as text.

import { make } from "../files/elements.js";
import { bothSides } from "./difference.js";

/** @import { Check, Verdict } from "./checker.js" */
/** @import { Piece } from "./difference.js" */

/** @typedef {"idle" | "waiting" | "running" | "passed" | "failed" | "error"} ItemState */

/** @type {Readonly<Record<ItemState, string>>} */
const WORDS = Object.freeze({ idle: "Not checked", waiting: "Waiting", running: "Running", passed: "Passed", failed: "Failed", error: "Error" });
const BESIDE = "These tests run together with the program, so their result alone proves little. The code should be looked at, too.";

/**
 * @typedef {{jump: (place: {path: string, line: number}) => void, debug: ((verdict: Verdict) => void) | null}} Acts `debug` null: there is nothing
 *   to run it in
 */

export class CheckItem {
  /** @param {Check} check @param {Acts} acts */
  constructor(check, acts) {
    this.check = check;
    this.acts = acts;
    this.element = make("li", { class: "check" });
    this.show("idle");
  }

  /** @param {ItemState} state before there is a verdict */
  show(state) {
    this.element.dataset.state = state;
    this.element.replaceChildren(make("div", { class: "check-head" }, ...this.#head(state)));
  }

  /** @param {Verdict} verdict @param {boolean} open whether what stands beneath is shown at once */
  tell(verdict, open) {
    const { state } = verdict;
    const body = this.#body(verdict);
    this.element.dataset.state = state;
    const head = this.#head(state, verdict.state === "passed" ? "" : verdict.summary);
    if (!body.length) {
      this.element.replaceChildren(make("div", { class: "check-head" }, ...head));
      return;
    }
    const details = make("details", { open }, make("summary", { class: "check-head" }, ...head),
      make("div", { class: "check-body" }, ...body));
    this.element.replaceChildren(details);
  }

  /** @param {ItemState} state @param {string} [summary] @returns {HTMLElement[]} */
  #head(state, summary = "") {
    const parts = [
      make("span", { class: "check-state" }, WORDS[state]), make("span", { class: "visually-hidden" }, ": "),
      make("span", { class: "check-name" }, this.check.name),
    ];
    if (summary) parts.push(make("span", { class: "visually-hidden" }, ". "), make("span", { class: "check-summary" }, summary));
    return parts;
  }

  /** @param {Verdict} verdict @returns {HTMLElement[]} */
  #body(verdict) {
    const { message, given, expected, got, difference, trust, state } = verdict;
    const sides = bothSides(difference);
    const parts = [];
    if (message) parts.push(make("p", { class: "check-message" }, message));
    const shown = [
      part("Given", given ? [{ text: given, marked: false }] : [], "ins"),
      part("Expected", sides.expected.length ? sides.expected : plain(expected), "ins"),
      part("Got", sides.got.length ? sides.got : plain(got), "del"),
    ].filter((one) => one !== null);
    if (shown.length) parts.push(make("dl", { class: "check-texts" }, ...shown));
    const acts = state === "passed" ? [] : this.#buttons(verdict);
    if (acts.length) parts.push(make("div", { class: "check-acts" }, ...acts));
    if (trust === "beside") parts.push(make("p", { class: "check-trust" }, BESIDE));
    return parts;
  }

  /** @param {Verdict} verdict @returns {HTMLElement[]} */
  #buttons(verdict) {
    const { place } = verdict;
    const { jump, debug } = this.acts;
    const buttons = [];
    if (place) buttons.push(pressed(`Line ${place.line} of ${place.path}`, () => jump(place)));
    if (verdict.debug && debug) buttons.push(pressed("Debug this check", () => debug(verdict)));
    return buttons;
  }
}

/** @param {string} text @returns {Piece[]} */
function plain(text) {
  return text ? [{ text, marked: false }] : [];
}

/** @param {string} label @param {Piece[]} pieces @param {"ins" | "del"} mark @returns {HTMLElement | null} null when there is nothing to show */
function part(label, pieces, mark) {
  if (!pieces.length) return null;
  const text = pieces.map((piece) => (piece.marked ? make(mark, {}, piece.text) : piece.text));
  // Long ones scroll, and what scrolls has to be reached by keyboard.
  return make("div", {}, make("dt", {}, label), make("dd", {}, make("pre", { tabindex: "0", "aria-label": label }, ...text)));
}

/** @param {string} label @param {() => void} act @returns {HTMLElement} */
function pressed(label, act) {
  const button = make("button", { type: "button", class: "button button-small" }, label);
  button.addEventListener("click", act);
  return button;
}
