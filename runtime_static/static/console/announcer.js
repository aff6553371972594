// What a screen reader hears of the console: portions at most once a second, errors once and at once.

const INTERVAL = 1_000; // milliseconds
const LONGEST_PORTION = 600; // characters; of more, the end is read

/** Two hidden live regions. */
export class Announcer {
  constructor() {
    this.polite = region("polite");
    this.urgent = region("assertive");
    this.urgent.setAttribute("role", "alert");
    this.waiting = "";
    this.timer = 0;
  }

  /** @returns {HTMLElement[]} */
  get elements() {
    return [this.polite, this.urgent];
  }

  /** @param {string} text is read within a second */
  say(text) {
    this.waiting = (this.waiting + text).slice(-2 * LONGEST_PORTION);
    if (!this.timer) this.timer = window.setTimeout(() => this.flush(), INTERVAL);
  }

  /** Say now what waits. */
  flush() {
    window.clearTimeout(this.timer);
    this.timer = 0;
    if (this.waiting) this.polite.textContent = this.waiting.slice(-LONGEST_PORTION);
    this.waiting = "";
  }

  /** @param {string} sentence interrupts whatever is being read */
  alert(sentence) {
    this.urgent.textContent = sentence;
  }

  /** Forget the last run. */
  reset() {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.waiting = "";
    this.polite.textContent = "";
    this.urgent.textContent = "";
  }
}

/** @param {string} politeness @returns {HTMLElement} */
function region(politeness) {
  const element = document.createElement("div");
  element.className = "visually-hidden";
  element.setAttribute("aria-live", politeness);
  return element;
}
