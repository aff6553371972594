// The drawings of a run, in the order in which the program began them.

import { TurtlePicture } from "../turtle/turtle-picture.js";

/**
 * @typedef {{drawing: number, bytes: Uint8Array}} DrawingMessage
 * @typedef {DrawingMessage & {image: number, mime: string}} DrawingImageMessage
 * @typedef {{insert: (element: HTMLElement) => void, event: (event: object) => void, answer: (text: string | null) => void,
 *   say: (text: string) => void}} Hooks
 */

export class Drawings {
  /** @param {Hooks} hooks `insert` puts a picture behind the text so far */
  constructor(hooks) {
    this.hooks = hooks;
    /** @type {Map<number, TurtlePicture>} */
    this.pictures = new Map();
    /** Whether the program that draws still runs. */
    this.live = false;
  }

  /** @param {DrawingMessage} message */
  draw({ drawing, bytes }) {
    this.#picture(drawing).draw(bytes);
  }

  /** @param {DrawingImageMessage} message */
  addImage({ drawing, image, bytes, mime }) {
    void this.#picture(drawing).addImage(image, bytes, mime);
  }

  /** @returns {boolean} whether a picture shows the question that the program waits for */
  ask() {
    return [...this.pictures.values()].some((picture) => picture.ask());
  }

  /** The program waits for no answer any more. */
  endQuestions() {
    for (const picture of this.pictures.values()) picture.endQuestion();
  }

  /** The program has ended: the pictures stay, and are told in words. */
  end() {
    this.live = false;
    for (const picture of this.pictures.values()) this.hooks.say(`${picture.end()}\n`);
  }

  /** Take the pictures away that no program draws any more. */
  clearEnded() {
    if (!this.live) this.clear();
  }

  /** What came before was forgotten; with it, perhaps, pictures that were not on the page yet. */
  insertMissing() {
    for (const { element } of this.pictures.values()) if (!element.isConnected) this.hooks.insert(element);
  }

  /** Take all pictures away. */
  clear() {
    this.live = false;
    for (const picture of this.pictures.values()) picture.dispose();
    this.pictures.clear();
  }

  /** @param {HTMLElement} element @returns {boolean} whether it is one of the pictures */
  has(element) {
    return [...this.pictures.values()].some((picture) => picture.element === element);
  }

  /** @param {number} number @returns {TurtlePicture} */
  #picture(number) {
    const known = this.pictures.get(number);
    if (known) return known;
    const picture = new TurtlePicture(number, {
      send: (event) => this.hooks.event({ drawing: number, ...event }),
      answer: this.hooks.answer,
      mayTakeFocus,
    });
    this.pictures.set(number, picture);
    this.live = true;
    this.hooks.insert(picture.element);
    return picture;
  }
}

/** @returns {boolean} whether nobody is typing into a field or a dialog */
function mayTakeFocus() {
  const active = document.activeElement;
  return !(active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) && !document.querySelector("dialog[open]");
}
