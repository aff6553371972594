// A list whose rows are moved and removed by buttons, and grow from a template of the page. What is sent follows the
// order of the rows in the page.

const KEY = /[a-z]__key__/g;

/**
 * @typedef {object} Options
 * @property {HTMLElement} list
 * @property {(text: string) => void} tell for a screen reader
 * @property {() => void} changed after each change
 * @property {(key: string) => void} [removed]
 */

export class Rows {
  /** @param {Options} options */
  constructor({ list, tell, changed, removed = () => {} }) {
    this.list = list;
    this.tell = tell;
    this.changed = changed;
    this.removed = removed;
    list.addEventListener("click", (event) => this.#pressed(event));
  }

  /** @returns {HTMLElement[]} the rows in their order */
  get rows() {
    return /** @type {HTMLElement[]} */ ([...this.list.children]);
  }

  /** @param {string} key @returns {HTMLElement | undefined} the row of a key */
  row(key) {
    return this.rows.find((row) => row.dataset.row === key);
  }

  /**
   * Add a row at the end.
   * @param {HTMLTemplateElement} blank its attributes hold `e__key__`, or another letter, where the key goes
   * @param {string} key
   * @param {string} name
   * @param {string} [title] what the row's text field starts with
   * @returns {HTMLElement} the new row
   */
  add(blank, key, name, title = "") {
    const row = /** @type {HTMLElement} */ (blank.content.firstElementChild?.cloneNode(true));
    for (const element of [row, ...row.querySelectorAll("*")]) fill(element, key, name);
    const shown = row.querySelector("[data-name]");
    if (shown) shown.textContent = name;
    if (title) /** @type {HTMLInputElement} */ (row.querySelector("input[type=text]")).value = title;
    this.list.append(row);
    this.changed();
    return row;
  }

  /** @param {string} key Take the row out. */
  remove(key) {
    const row = this.row(key);
    if (!row) return;
    row.remove();
    this.removed(key);
    this.changed();
  }

  /** @param {MouseEvent} event */
  #pressed(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    const row = /** @type {HTMLElement | null} */ (button?.closest("[data-row]"));
    if (!button || !row) return;
    event.preventDefault();
    if (button.dataset.move) this.#move(row, button);
    else this.#takeOut(row);
  }

  /** @param {HTMLElement} row @param {HTMLButtonElement} button */
  #move(row, button) {
    const up = button.dataset.move === "up";
    const other = up ? row.previousElementSibling : row.nextElementSibling;
    if (other) {
      if (up) other.before(row);
      else other.after(row);
      this.changed();
    }
    button.focus();
    this.tell(`Now number ${this.rows.indexOf(row) + 1} of ${this.rows.length}.`);
  }

  /** @param {HTMLElement} row The focus goes to the next row, or to the last one. */
  #takeOut(row) {
    const place = this.rows.indexOf(row);
    this.remove(row.dataset.row ?? "");
    const next = this.rows[Math.min(place, this.rows.length - 1)];
    /** @type {HTMLElement | null} */ (next?.querySelector("button"))?.focus();
    this.tell("Removed.");
  }
}

/** @param {Element} element @param {string} key @param {string} name */
function fill(element, key, name) {
  for (const { name: attribute, value } of [...element.attributes]) {
    const filled = value.replaceAll(KEY, key);
    if (filled !== value) element.setAttribute(attribute, filled);
    else if (attribute === "aria-label" && name) element.setAttribute(attribute, `${value.split(":")[0]}: ${name}`);
  }
}
