// Hints open one by one; which are open, the server knows.

import { make } from "../files/elements.js";
import { serverHtml } from "./server-html.js";

/** @import { Workspace } from "../projects/workspace.js" */

const AWAY = "Hints come from the server, which cannot be reached at the moment.";

export class Hints {
  /**
   * @param {{place: HTMLElement, button: HTMLButtonElement, workspace: Workspace, url: string, opened: string[], count: number}} parts `opened`: HTML of those
   *   that are open already, of `count`
   */
  constructor({ place, button, workspace, url, opened, count }) {
    this.button = button;
    this.workspace = workspace;
    this.url = url;
    this.count = count;
    this.list = make("ol", { class: "hints", role: "list" });
    place.insertBefore(this.list, button);
    for (const html of opened) this.#show(html);
    this.#label(count - opened.length);
    button.addEventListener("click", () => void this.#next());
  }

  async #next() {
    const { api, tell } = this.workspace;
    this.button.disabled = true;
    const answer = await api.ask(this.url, {}).catch(() => null);
    this.button.disabled = false;
    if (answer?.status !== 200) {
      tell(String(answer?.data.message ?? AWAY));
      return;
    }
    const item = this.#show(String(answer.data.html));
    this.#label(Number(answer.data.left));
    item.focus();
  }

  /** @param {string} html @returns {HTMLElement} */
  #show(html) {
    const number = this.list.children.length + 1;
    const item = make("li", { class: "hint prose", tabindex: "-1", "aria-label": `Hint ${number} of ${this.count}` });
    item.append(make("p", { class: "hint-number" }, `Hint ${number}`), ...serverHtml(html));
    this.list.append(item);
    return item;
  }

  /** @param {number} left */
  #label(left) {
    this.button.hidden = left <= 0;
    const next = this.list.children.length ? "Show the next hint" : "Show a hint";
    this.button.textContent = left > 1 ? `${next} (${left} left)` : next;
  }
}
