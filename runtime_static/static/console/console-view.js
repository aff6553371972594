// The console on the page: takes what a program says, shows it in animation frames, keeps the newest part of it.

import { Announcer } from "./announcer.js";
import { Blocks } from "./blocks.js";
import { readable } from "./controls.js";
import { Drawings } from "./drawings.js";
import { errorElement } from "./error-card.js";
import { spokenError } from "./explanation.js";
import { imageElement, replaceImage } from "./images.js";
import { InputLine } from "./input-line.js";
import { noteElement } from "./notices.js";
import { KEPT_CHARACTERS, Transcript, countLines } from "./transcript.js";

/** Characters that are put on the page in one frame; more would make typing and scrolling stutter. */
const CHARACTERS_A_FRAME = 32 * 1024;
const NEAR_THE_END = 48; // pixels; who is this close to the end wants to see what comes
const RULER_CHARACTERS = 100;
/** Characters in a line that Python is told of; the usual ones where the console is not shown. */
const [FEWEST_COLUMNS, MOST_COLUMNS, USUAL_COLUMNS] = [20, 200, 80];
const STYLES = Object.freeze({ stdout: "", stderr: "console-stderr" });

/**
 * @typedef {{key: string, label: string, mime: string, bytes: Uint8Array, width: number, height: number}} ImageMessage
 * @typedef {{title: string, text: string, hint: string, path: string, line: number, column: number}} Explanation
 * @typedef {{text: string, summary: string, frames: {path: string, line: number}[], explanation: Explanation | null}} Traceback
 * @typedef {"info" | "warn" | "danger"} Tone
 */

/** Events (CustomEvent): `input` {text}, `cancel-input`, `drawing-event` (see `messages.js`), `stop`, `jump` {path, line, column}; column 0 when it is not known. */
export class ConsoleView extends EventTarget {
  /** @param {HTMLElement} container empty; the console fills it */
  constructor(container) {
    super();
    this.transcript = new Transcript();
    this.log = document.createElement("div");
    this.log.className = "console-log";
    this.log.tabIndex = 0;
    // Not live: a program prints faster than anybody can listen. The announcer says it in portions.
    for (const [name, value] of [["role", "log"], ["aria-label", "Console"], ["aria-live", "off"]]) {
      this.log.setAttribute(name, value);
    }
    this.blocks = new Blocks(this.log);
    this.announcer = new Announcer();
    this.empty = emptyState();
    this.inputLine = new InputLine((text) => this.#submit(text), () => this.#endOfInput());
    /** @type {Map<string, HTMLElement>} figures of this run, by key */
    this.images = new Map();
    this.drawings = new Drawings({
      insert: (element) => this.#insertDrawing(element),
      event: (detail) => this.dispatchEvent(new CustomEvent("drawing-event", { detail })),
      answer: (text) => this.#answer(text),
      say: (text) => this.announcer.say(text),
    });
    /** How far down the console was when it last showed its end, in pixels. */
    this.endedAt = 0;
    this.removedLines = 0;
    /** @type {HTMLElement | undefined} says how much was dropped */
    this.dropped = undefined;
    /** @type {HTMLElement | undefined} the last error that was shown */
    this.errorCard = undefined;
    this.frame = 0;
    /** @type {(() => void)[]} who waits until all is on the page */
    this.waiting = [];
    this.waitsForInput = false;
    container.append(this.log, this.empty, ...this.announcer.elements);
    container.addEventListener("keydown", (event) => this.#key(event));
    this.log.addEventListener("click", (event) => this.#click(event));
  }

  /** @returns {number} how many characters fit into a line */
  get columns() {
    const ruler = document.createElement("span");
    ruler.className = "console-ruler";
    ruler.textContent = "0".repeat(RULER_CHARACTERS);
    this.log.append(ruler);
    const { width } = ruler.getBoundingClientRect();
    ruler.remove();
    const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(this.log);
    const room = this.log.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
    const fitting = Math.floor((room * RULER_CHARACTERS) / width);
    return fitting > 0 ? Math.min(Math.max(fitting, FEWEST_COLUMNS), MOST_COLUMNS) : USUAL_COLUMNS;
  }

  /** A new run: nothing of the last one stays. */
  begin() {
    this.drawings.clear();
    this.clear();
    this.empty.hidden = true;
  }

  /** Take away all that is shown; the picture of a turtle that still draws stays, as its window does on a desktop. */
  clear() {
    this.endInput();
    this.transcript.reset();
    this.announcer.reset();
    this.drawings.clearEnded();
    this.#removeShown();
  }

  /** Take away all but the drawings. */
  #removeShown() {
    for (const element of this.images.values()) releaseImage(element);
    this.images.clear();
    this.endedAt = 0;
    this.removedLines = 0;
    this.dropped?.remove();
    this.dropped = undefined;
    this.errorCard = undefined;
    this.blocks.clear((element) => this.drawings.has(element));
    this.drawings.insertMissing();
  }

  /** @param {"stdout" | "stderr"} stream @param {string} text */
  write(stream, text) {
    this.transcript.write(STYLES[stream], text);
    this.announcer.say(readable(text));
    this.#schedule();
  }

  /** @param {ImageMessage} image an image with the key of an earlier one takes its place */
  showImage(image) {
    this.transcript.add({ type: "image", image });
    this.announcer.say(`${image.label}\n`);
    this.#schedule();
  }

  /** @param {Traceback} traceback its lines lead to the editor */
  showTraceback(traceback) {
    this.transcript.add({ type: "traceback", traceback });
    this.announcer.alert(spokenError(traceback));
    this.#schedule();
  }

  /** One sentence of ours. @param {string} text @param {Tone} [tone] */
  note(text, tone = "info") {
    this.empty.hidden = true;
    this.transcript.add({ type: "note", text, tone });
    if (tone === "info") this.announcer.say(`${text}\n`);
    else this.announcer.alert(text);
    this.#schedule();
  }

  /** @returns {Promise<void>} when all that was said is on the page; at once in a tab that nobody sees */
  settled() {
    if (!this.frame || document.hidden) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The program has ended: its drawings hear nobody any more. */
  endDrawings() {
    this.drawings.end();
  }

  /** Show Program input and give it the focus. */
  askForInput() {
    this.announcer.flush();
    this.waitsForInput = !this.drawings.ask();
    // At once, not in the next frame: a program that asks a thousand times waits for this each time.
    cancelAnimationFrame(this.frame);
    this.#render();
  }

  /** Type a line for the person. @param {string} text */
  type(text) {
    this.#submit(text);
  }

  /** The program waits no longer. */
  endInput() {
    this.waitsForInput = false;
    this.inputLine.remove();
    this.drawings.endQuestions();
  }

  /** @param {string | null} text what was typed over a drawing; null when the question was cancelled, or the input is over */
  #answer(text) {
    this.endInput();
    if (text === null) this.dispatchEvent(new CustomEvent("cancel-input"));
    else this.dispatchEvent(new CustomEvent("input", { detail: { text } }));
  }

  /** @param {HTMLElement} element */
  #insertDrawing(element) {
    this.transcript.add({ type: "drawing", element });
    this.#schedule();
  }

  /** @param {string} text */
  #submit(text) {
    this.endInput();
    this.transcript.write("console-typed", `${text}\n`);
    this.log.focus({ preventScroll: true });
    this.dispatchEvent(new CustomEvent("input", { detail: { text } }));
    this.#schedule();
  }

  #endOfInput() {
    this.log.focus({ preventScroll: true });
    this.#answer(null);
  }

  #schedule() {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.#render());
  }

  #render() {
    this.frame = 0;
    const follow = this.#isAtTheEnd();
    for (const entry of this.transcript.take(CHARACTERS_A_FRAME)) {
      if (entry.kind === "lines") this.blocks.append(entry.runs, entry.size);
      else if (entry.kind === "retract") this.blocks.retract(entry.size);
      else if (entry.kind === "clear") this.#removeShown();
      else this.#showItem(/** @type {any} */ (entry.item));
    }
    const more = this.transcript.entries.length > 0;
    if (!more) this.blocks.showTail(this.transcript.tail);
    this.transcript.tailChanged = more;
    this.#trim();
    if (!more && this.waitsForInput) this.inputLine.showIn(this.blocks.lastLine());
    if (follow || this.waitsForInput) this.#scrollToEnd();
    if (more) this.#schedule();
    else this.waiting.splice(0).forEach((resolve) => resolve());
  }

  /**
   * The end may have moved away by itself since: blocks that came into view turned out to be higher.
   * @returns {boolean} whether the person still is at the end that was shown last
   */
  #isAtTheEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.log;
    return scrollTop > this.endedAt - NEAR_THE_END || scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
  }

  /** To the end; of an error that is taller than the console, its beginning. */
  #scrollToEnd() {
    const { log, errorCard } = this;
    log.scrollTop = log.scrollHeight;
    const isLast = errorCard !== undefined && this.blocks.shown.at(-1)?.element === errorCard;
    if (isLast && errorCard.offsetTop < log.scrollTop) log.scrollTop = errorCard.offsetTop;
    this.endedAt = log.scrollTop;
  }

  /** @param {{type: string, image: ImageMessage, element: HTMLElement, traceback: Traceback, text: string, tone: Tone}} item */
  #showItem(item) {
    if (item.type === "image") this.#showImage(item.image);
    else if (item.type === "drawing") this.#showDrawing(item.element);
    else if (item.type === "traceback") {
      this.errorCard = errorElement(item.traceback);
      this.blocks.insert(this.errorCard, item.traceback.text.length);
    } else this.blocks.insert(noteElement(item.text, item.tone), item.text.length);
  }

  /** @param {HTMLElement} element */
  #showDrawing(element) {
    if (!element.isConnected) this.blocks.insert(element, 0);
  }

  /** @param {ImageMessage} image */
  #showImage(image) {
    const earlier = this.images.get(image.key);
    if (earlier) return replaceImage(earlier, image);
    const element = imageElement(image);
    this.images.set(image.key, element);
    this.blocks.insert(element, image.bytes.length / 100);
  }

  /** Drop the oldest text, and say how much. */
  #trim() {
    for (const element of this.blocks.trim(KEPT_CHARACTERS)) {
      if (this.drawings.has(element)) {
        this.log.prepend(element); // text may scroll away, the turtle may not
        continue;
      }
      this.removedLines += countLines([{ text: element.textContent ?? "", style: "" }]);
      releaseImage(element);
    }
    const lines = this.removedLines + this.transcript.droppedLines;
    if (!lines) return;
    this.dropped ??= this.#droppedNotice();
    this.dropped.textContent = `${lines.toLocaleString("en")} earlier lines are not shown: the console keeps the newest part.`;
  }

  /** @returns {HTMLElement} */
  #droppedNotice() {
    const notice = document.createElement("p");
    notice.className = "console-dropped";
    this.log.prepend(notice);
    return notice;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("stop"));
  }

  /** @param {Event} event */
  #click(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-path]") : null;
    if (!(button instanceof HTMLElement)) return;
    const { path, line, column } = button.dataset;
    const detail = { path, line: Number(line), column: Number(column ?? 0) };
    this.dispatchEvent(new CustomEvent("jump", { detail }));
  }
}

/** @param {HTMLElement} element */
function releaseImage(element) {
  const image = element.querySelector("img");
  if (image) URL.revokeObjectURL(image.src);
}

/** @returns {HTMLElement} what stands here before the first run */
function emptyState() {
  const element = document.createElement("div");
  element.className = "console-empty";
  const title = document.createElement("p");
  title.className = "console-empty-title";
  title.textContent = "Nothing has run yet";
  const hint = document.createElement("p");
  hint.textContent = "Press Run, or Ctrl+Enter. What your program prints and draws appears here.";
  element.append(title, hint);
  return element;
}
