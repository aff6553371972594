// A turtle's drawing in the console: the canvas, its description, its caption, and what a person does with it.

import { measureText } from "./brush.js";
import { Controls } from "./controls.js";
import { describe } from "./description.js";
import { DRAWING_LIMITS, readOperations } from "./operations.js";
import { Painter } from "./painter.js";
import { Question } from "./question.js";
import { Scene } from "./scene.js";

/** @import { Asked } from "./question.js" */
/** @import { DrawingEvent } from "./controls.js" */
/** @import { Operation, WindowOperation } from "./operations.js" */
/** @import { View } from "./painter.js" */
/** @typedef {{send: (event: DrawingEvent) => void, answer: (text: string | null) => void, mayTakeFocus: () => boolean}} Hooks */

const DESCRIBE_AFTER = 1_000; // milliseconds

export class TurtlePicture {
  /** @param {number} number 1 for the first drawing of a run @param {Hooks} hooks */
  constructor(number, hooks) {
    this.hooks = hooks;
    this.name = number === 1 ? "Turtle" : `Turtle ${number}`;
    /** @type {Map<number, ImageBitmap>} */
    this.images = new Map();
    this.imageCount = 0;
    this.size = { width: 1, height: 1 };
    /** @type {View} */
    this.view = { left: 0, top: 0, width: 1, height: 1 };
    this.origin = { x: 0, y: 0 };
    this.frame = 0;
    this.timer = 0;
    this.tookFocus = false;
    /** @type {Asked | null} what the program is about to ask */
    this.asked = null;
    this.element = document.createElement("figure");
    this.window = document.createElement("div");
    this.canvas = document.createElement("canvas");
    this.description = document.createElement("p");
    this.pad = document.createElement("div");
    this.title = document.createElement("span");
    this.#setUpElements();
    this.scene = new Scene((operation) => measureText(this.painter.back, operation), (image) => this.images.get(image) ?? null);
    this.painter = new Painter(this.canvas, document.createElement("canvas"), this.scene, this.images);
    this.controls = new Controls(this.canvas, this.pad, { send: hooks.send, place: (event) => this.#place(event) });
    this.question = new Question((answer) => this.hooks.answer(answer));
    this.window.append(this.question.form);
    this.observer = new ResizeObserver(() => this.#fit());
    this.observer.observe(this.canvas);
  }

  /** @param {Uint8Array} bytes operations, as they came from the program */
  draw(bytes) {
    for (const operation of readOperations(bytes)) {
      if (!this.scene.apply(operation)) this.#obey(operation);
    }
    this.#schedule();
  }

  /** @param {number} image its number @param {Uint8Array} bytes @param {string} mime */
  async addImage(image, bytes, mime) {
    this.imageCount += 1;
    if (this.imageCount > DRAWING_LIMITS.images) return;
    try {
      this.images.set(image, await createImageBitmap(new Blob([/** @type {BlobPart} */ (bytes)], { type: mime })));
      this.scene.imageArrived(image);
      this.#schedule();
    } catch {
      // A damaged file shows nothing.
    }
  }

  /** Show what the program asks. @returns {boolean} false when it asks nothing here */
  ask() {
    if (!this.asked) return false;
    this.question.show(this.asked);
    this.asked = null;
    return true;
  }

  /** The program waits for no answer any more. */
  endQuestion() {
    if (this.question.form.hidden) return;
    const hadFocus = this.question.form.contains(document.activeElement);
    this.question.hide();
    if (hadFocus) this.canvas.focus({ preventScroll: true });
  }

  /** The program has ended; the picture stays. @returns {string} the drawing in words */
  end() {
    this.controls.end();
    this.question.hide();
    return this.#describe();
  }

  /** The picture is taken away. */
  dispose() {
    this.element.remove();
    this.controls.end();
    this.observer.disconnect();
    cancelAnimationFrame(this.frame);
    window.clearTimeout(this.timer);
    for (const bitmap of this.images.values()) bitmap.close();
    this.images.clear();
  }

  #setUpElements() {
    this.element.className = "console-image turtle";
    this.window.className = "turtle-window";
    this.description.className = "visually-hidden";
    this.description.id = `drawing-${crypto.randomUUID()}`;
    this.canvas.tabIndex = 0;
    for (const [name, value] of [["role", "img"], ["aria-label", this.name], ["aria-describedby", this.description.id]]) {
      this.canvas.setAttribute(name, value);
    }
    this.pad.className = "turtle-pad";
    this.pad.hidden = true;
    this.pad.setAttribute("role", "group");
    this.pad.setAttribute("aria-label", "Keys of the program");
    this.window.append(this.canvas);
    this.element.append(this.window, this.pad, this.#caption(), this.description);
  }

  /** @returns {HTMLElement} */
  #caption() {
    const caption = document.createElement("figcaption");
    this.title.textContent = this.name;
    this.title.setAttribute("aria-hidden", "true"); // the picture has this name already
    const save = document.createElement("button");
    Object.assign(save, { type: "button", className: "turtle-save", textContent: "Save picture" });
    save.setAttribute("aria-label", `Save picture: ${this.name}`);
    save.addEventListener("click", () => this.#save());
    caption.append(this.title, save);
    return caption;
  }

  /** @param {Operation} operation one that is not about the scene */
  #obey(operation) {
    if (operation.type === "window") this.#resize(operation);
    else if (operation.type === "origin") this.#scrollTo(operation);
    else if (operation.type === "wants") this.controls.want(operation);
    else if (operation.type === "ask") this.asked = operation;
    else if (operation.type === "focus") this.#takeFocus();
  }

  /** @param {WindowOperation} operation */
  #resize({ width, height, title, view }) {
    this.size = { width, height };
    if (title && title !== "Python Turtle Graphics") this.title.textContent = title;
    this.view = view;
    const { style } = this.window;
    style.setProperty("--turtle-width", String(width));
    style.setProperty("--turtle-height", String(height));
    this.canvas.style.inlineSize = `${(view.width / width) * 100}%`;
    this.canvas.style.aspectRatio = `${view.width} / ${view.height}`;
    this.window.classList.toggle("turtle-scrolls", view.width > width || view.height > height);
    this.#fit();
  }

  /** Paint in exactly the pixels that the screen shows. */
  #fit() {
    const shown = this.canvas.clientWidth;
    if (!shown) return;
    this.painter.show(this.view, (shown / this.view.width) * screenRatio());
    this.#schedule();
  }

  /** @param {{x: number, y: number}} origin */
  #scrollTo({ x, y }) {
    this.origin = { x, y };
    const { left, top, width } = this.view;
    const scale = this.canvas.clientWidth / width;
    this.window.scrollTo({ left: (x - left) * scale, top: (y - top) * scale, behavior: "instant" });
  }

  /** turtle's `listen`. Only once a run: somebody who types elsewhere is not to be disturbed again and again. */
  #takeFocus() {
    if (this.tookFocus || !this.hooks.mayTakeFocus()) return;
    this.tookFocus = true;
    // The picture may not be on the page yet.
    requestAnimationFrame(() => requestAnimationFrame(() => this.canvas.focus({ preventScroll: true })));
  }

  /** @param {PointerEvent} event @returns {{x: number, y: number}} in the drawing's coordinates */
  #place(event) {
    const box = this.canvas.getBoundingClientRect();
    const { left, top, width, height } = this.view;
    return {
      x: left + ((event.clientX - box.left) / box.width) * width,
      y: top + ((event.clientY - box.top) / box.height) * height,
    };
  }

  #schedule() {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.#paint());
    if (!this.timer) this.timer = window.setTimeout(() => this.#describe(), DESCRIBE_AFTER);
  }

  #paint() {
    this.frame = 0;
    if (!this.painter.paint()) this.#schedule();
  }

  /** @returns {string} */
  #describe() {
    window.clearTimeout(this.timer);
    this.timer = 0;
    const words = describe(this.scene, this.size);
    if (this.description.textContent !== words) this.description.textContent = words;
    return words;
  }

  /** As a PNG file, as large as the program made it. */
  #save() {
    this.painter.show(this.view, Math.max(1, screenRatio()));
    while (!this.painter.paint(Infinity));
    this.canvas.toBlob((blob) => {
      this.#fit();
      if (!blob) return;
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${this.name.toLowerCase().replace(" ", "-")}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }, "image/png");
  }
}

/** @returns {number} pixels of the screen to one of CSS */
const screenRatio = () => globalThis.devicePixelRatio || 1;
