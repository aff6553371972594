// Where the parts of the workspace are: edges that can be dragged, and on a phone which part is in view.

const STEP = 24; // pixels for one press of an arrow key
const IN_VIEW = 0.6; // of a part, so that it counts as the one that is shown
const NARROWEST = 140; // pixels
const STORED = "codeyard-width-";

/** @param {HTMLElement} panes the element around files, editor and console */
export function setUpSplitters(panes) {
  for (const splitter of panes.querySelectorAll("[data-splitter]")) {
    if (splitter instanceof HTMLElement) new Splitter(panes, splitter);
  }
}

/** One edge between two parts. Its width is kept on this device. */
class Splitter {
  /** @param {HTMLElement} panes @param {HTMLElement} handle */
  constructor(panes, handle) {
    this.panes = panes;
    this.handle = handle;
    this.name = handle.dataset.splitter ?? "";
    this.pane = /** @type {HTMLElement} */ (panes.querySelector(`[data-pane="${this.name}"]`));
    this.growsRight = this.pane.compareDocumentPosition(handle) === Node.DOCUMENT_POSITION_FOLLOWING;
    const kept = Number(readStored(STORED + this.name));
    if (kept > 0) this.#set(kept);
    new ResizeObserver(() => this.#tellWidth()).observe(this.pane);
    handle.addEventListener("pointerdown", (event) => this.#drag(event));
    handle.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {PointerEvent} start */
  #drag(start) {
    const width = this.pane.offsetWidth;
    this.handle.setPointerCapture(start.pointerId);
    this.handle.dataset.dragging = "";
    /** @param {PointerEvent} event */
    const move = (event) => this.#set(width + (event.clientX - start.clientX) * (this.growsRight ? 1 : -1));
    this.handle.addEventListener("pointermove", move);
    this.handle.addEventListener("lostpointercapture", () => {
      this.handle.removeEventListener("pointermove", move);
      delete this.handle.dataset.dragging;
    }, { once: true });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#set(this.pane.offsetWidth + step * (this.growsRight ? 1 : -1));
  }

  /** @param {number} width in pixels */
  #set(width) {
    const bounded = Math.round(Math.min(Math.max(width, NARROWEST), this.#widest()));
    this.panes.style.setProperty(`--${this.name}-width`, `${bounded}px`);
    writeStored(STORED + this.name, String(bounded));
  }

  /** @returns {number} in pixels */
  #widest() {
    return Math.max(NARROWEST, this.panes.offsetWidth * 0.65);
  }

  #tellWidth() {
    this.handle.setAttribute("aria-valuemin", String(NARROWEST));
    this.handle.setAttribute("aria-valuemax", String(Math.round(this.#widest())));
    this.handle.setAttribute("aria-valuenow", String(this.pane.offsetWidth));
  }
}

/** On a phone the parts lie side by side; this brings one into view and knows which one is. */
export class PaneSwitch {
  /** @param {HTMLElement} panes @param {HTMLElement} switcher its buttons have data-show-pane */
  constructor(panes, switcher) {
    this.panes = panes;
    this.buttons = [...switcher.querySelectorAll("button")];
    /** @type {Set<string>} all three where the screen is wide */
    this.inView = new Set();
    for (const button of this.buttons) button.addEventListener("click", () => this.show(button.dataset.showPane ?? ""));
    const seen = new IntersectionObserver((entries) => this.#seen(entries), { root: panes, threshold: IN_VIEW });
    for (const pane of panes.querySelectorAll("[data-pane]")) seen.observe(pane);
  }

  /** @param {string} name @param {ScrollBehavior} [behavior] */
  show(name, behavior = "auto") {
    const pane = this.panes.querySelector(`[data-pane="${name}"]`);
    if (!(pane instanceof HTMLElement) || getComputedStyle(this.panes).display !== "flex") return;
    this.panes.scrollTo({ left: pane.offsetLeft - this.panes.offsetLeft, behavior });
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #seen(entries) {
    for (const { target, intersectionRatio } of entries) {
      const name = target.getAttribute("data-pane") ?? "";
      if (intersectionRatio >= IN_VIEW) this.inView.add(name);
      else this.inView.delete(name);
    }
    const shown = this.buttons.filter((button) => this.inView.has(button.dataset.showPane ?? ""));
    // Where all are in view, the code is what a screen that becomes narrow shows.
    const current = shown.find((button) => button.dataset.showPane === "editor") ?? shown[0];
    if (!current) return; // between two of them
    for (const button of this.buttons) button.setAttribute("aria-current", String(button === current));
  }
}

/** @param {string} key @returns {string | null} */
function readStored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value */
function writeStored(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // widths are not worth a word
  }
}
