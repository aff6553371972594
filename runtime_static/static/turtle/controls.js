// Mouse, touch and keyboard on a drawing: tells the program what it waits for, and leaves everything else to the browser.

import { keyLabel, keysym } from "./keysyms.js";

/**
 * @typedef {{keys: string[], pointer: boolean, drags: boolean, moves: boolean}} Wants
 * @typedef {{kind: "press" | "release" | "move" | "keydown" | "keyup", key: string, x: number, y: number, button: number}} DrawingEvent
 */

/** @type {Wants} */
const NOTHING = Object.freeze({ keys: [], pointer: false, drags: false, moves: false });
/** Never taken from the browser by a program that listens to all keys: they lead out of the picture and stop the program. */
const ONLY_BY_NAME = new Set(["Tab", "Escape"]);
const MOST_BUTTONS = 12;
const ARROWS = Object.freeze(["Up", "Left", "Down", "Right"]);
/** Buttons as the browser counts them, to Tk's numbers. */
const BUTTONS = Object.freeze([1, 2, 3]);

export class Controls {
  /**
   * @param {HTMLCanvasElement} canvas @param {HTMLElement} pad for buttons that stand for keys
   * @param {{send: (event: DrawingEvent) => void, place: (event: PointerEvent) => {x: number, y: number}}} hooks
   * `place` gives the drawing's coordinates
   */
  constructor(canvas, pad, { send, place }) {
    this.canvas = canvas;
    this.pad = pad;
    this.send = send;
    this.place = place;
    this.wants = NOTHING;
    /** @type {Map<string, string>} keys that are held: their code to their name when they went down */
    this.held = new Map();
    this.button = 0;
    /** @type {DrawingEvent | null} the last move, which is sent with the next frame */
    this.move = null;
    this.frame = 0;
    this.#listen();
  }

  /** @param {Wants} wants what the program waits for from now on */
  want(wants) {
    const before = this.wants.keys.join(" ");
    this.wants = wants;
    this.canvas.dataset.touch = wants.drags || wants.moves ? "taken" : "free";
    if (wants.keys.join(" ") !== before) this.#showPad();
  }

  /** The program has ended. */
  end() {
    this.want(NOTHING);
    this.held.clear();
    this.button = 0;
    this.move = null;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  #listen() {
    const { canvas } = this;
    canvas.addEventListener("pointerdown", (event) => this.#press(event));
    canvas.addEventListener("pointermove", (event) => this.#moved(event));
    canvas.addEventListener("pointerup", (event) => this.#release(event));
    canvas.addEventListener("pointercancel", (event) => this.#release(event));
    canvas.addEventListener("contextmenu", (event) => { if (this.wants.pointer) event.preventDefault(); });
    canvas.addEventListener("keydown", (event) => this.#key(event));
    canvas.addEventListener("keyup", (event) => this.#keyUp(event));
    canvas.addEventListener("blur", () => this.#releaseKeys());
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (!this.wants.pointer || this.button || event.button > 2) return;
    event.preventDefault();
    this.canvas.focus({ preventScroll: true });
    this.canvas.setPointerCapture(event.pointerId);
    this.button = BUTTONS[event.button];
    this.#pointer("press", event, this.button);
  }

  /** @param {PointerEvent} event */
  #moved(event) {
    if (!(this.button ? this.wants.drags || this.wants.moves : this.wants.moves)) return;
    this.move = { kind: "move", key: "", ...this.place(event), button: this.button };
    if (!this.frame) this.frame = requestAnimationFrame(() => this.#sendMove());
  }

  /** @param {PointerEvent} event */
  #release(event) {
    if (!this.button || (event.type === "pointerup" && BUTTONS[event.button] !== this.button)) return;
    const { button } = this;
    this.button = 0;
    if (this.wants.pointer) this.#pointer("release", event, button);
  }

  /** @param {"press" | "release"} kind @param {PointerEvent} event @param {number} button */
  #pointer(kind, event, button) {
    this.#sendMove();
    this.send({ kind, key: "", ...this.place(event), button });
  }

  #sendMove() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (this.move) this.send(this.move);
    this.move = null;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const name = keysym(event);
    if (event.isComposing || event.ctrlKey || event.metaKey || !this.#isWanted(name)) return;
    event.preventDefault();
    event.stopPropagation();
    this.held.set(event.code, name);
    this.#sendKey("keydown", name);
  }

  /** @param {KeyboardEvent} event */
  #keyUp(event) {
    const name = this.held.get(event.code);
    if (name === undefined) return;
    this.held.delete(event.code);
    this.#sendKey("keyup", name);
  }

  /** The picture has lost the keyboard: nobody will tell when a key goes up. */
  #releaseKeys() {
    for (const name of this.held.values()) this.#sendKey("keyup", name);
    this.held.clear();
  }

  /** @param {string} name @returns {boolean} */
  #isWanted(name) {
    const { keys } = this.wants;
    return name !== "" && (keys.includes(name) || (keys.includes("") && !ONLY_BY_NAME.has(name)));
  }

  /** @param {"keydown" | "keyup"} kind @param {string} key */
  #sendKey(kind, key) {
    this.send({ kind, key, x: 0, y: 0, button: 0 });
  }

  /** Buttons for the keys, for those who have no keyboard: arrows as they lie on one, the others beside them. */
  #showPad() {
    const names = this.wants.keys.filter((name) => name !== "").slice(0, MOST_BUTTONS);
    const groups = { arrows: ARROWS.filter((name) => names.includes(name)), keys: names.filter((name) => !ARROWS.includes(name)) };
    const elements = Object.entries(groups).filter(([, keys]) => keys.length > 0).map(([kind, keys]) => this.#padGroup(kind, keys));
    this.pad.replaceChildren(...elements);
    this.pad.hidden = names.length === 0;
  }

  /** @param {string} kind @param {string[]} keys @returns {HTMLElement} */
  #padGroup(kind, keys) {
    const group = document.createElement("div");
    group.className = `turtle-${kind}`;
    group.append(...keys.map((name) => this.#padButton(name)));
    return group;
  }

  /** @param {string} name @returns {HTMLButtonElement} */
  #padButton(name) {
    const element = document.createElement("button");
    Object.assign(element, { type: "button", className: "button button-small", textContent: keyLabel(name) });
    element.setAttribute("aria-label", `Key ${name}`);
    element.dataset.key = name;
    const release = () => {
      if (element.dataset.held !== "yes") return;
      element.dataset.held = "";
      this.#sendKey("keyup", name);
    };
    element.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      element.dataset.held = "yes";
      this.#sendKey("keydown", name);
    });
    for (const type of ["pointerup", "pointercancel", "pointerleave"]) element.addEventListener(type, release);
    // From the keyboard or by an assistive device: pressed and let go.
    element.addEventListener("click", (event) => {
      if (event.detail !== 0) return;
      this.#sendKey("keydown", name);
      this.#sendKey("keyup", name);
    });
    return element;
  }
}
