// Earlier attempts: when, how many checks passed, the code of each, and a way back to it.

import { resultOf } from "../checks/check-list.js";
import { make } from "../files/elements.js";
import { dialogButton, openDialog } from "../projects/dialog.js";
import { showFiles } from "./file-views.js";

/** @import { Workspace } from "../projects/workspace.js" */
/** @import { AttemptFile, Result } from "./attempt-reports.js" */

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const NOT_LOADED = "This attempt is kept on the server, which cannot be reached at the moment.";

/** @typedef {{id: number, at: string, results: Result[]}} AttemptLine `at` as ISO 8601 has it */

export class AttemptList {
  /**
   * @param {{list: HTMLElement, none: HTMLElement, workspace: Workspace, url: string, attempts: AttemptLine[]}} parts `none` stands there until there
   *   is one; newest first
   */
  constructor({ list, none, workspace, url, attempts }) {
    this.list = list;
    this.none = none;
    this.workspace = workspace;
    this.url = url;
    list.replaceChildren(...attempts.map((attempt) => this.#item(attempt)));
    none.hidden = attempts.length > 0;
  }

  /** @param {AttemptLine} attempt the newest */
  add(attempt) {
    this.list.prepend(this.#item(attempt));
    this.none.hidden = true;
  }

  /** @param {AttemptLine} attempt @returns {HTMLElement} */
  #item({ id, at, results }) {
    const when = make("time", { datetime: at }, WHEN.format(new Date(at)));
    const button = make("button", { type: "button", class: "attempt" }, when, make("span", { class: "attempt-result" }, resultOf(results)));
    button.addEventListener("click", () => void this.#open(id, at));
    return make("li", {}, button);
  }

  /** @param {number} id @param {string} at */
  async #open(id, at) {
    const { api, tell, files, nonce } = this.workspace;
    const answer = await api.ask(`${this.url}${id}/`).catch(() => null);
    if (answer?.status !== 200) {
      tell(String(answer?.data.message ?? NOT_LOADED));
      return;
    }
    /** @type {AttemptFile[]} */
    const then = answer.data.files;
    const about = make("p", { class: "soft" }, "Lines without a number are from your program of now, all others are this attempt.");
    const place = make("div", { class: "file-views" });
    const restore = dialogButton("Restore this code", "button-primary", () => {
      dialog.close();
      this.#restore(then);
    });
    const dialog = openDialog({ title: `Attempt of ${WHEN.format(new Date(at))}`, body: [about, place], actions: [restore] });
    showFiles(place, { files: then, name: "Attempt", now: (path) => textOf(files.fileAt(path)?.content), nonce });
  }

  /** As edits, so that they can be undone and go the usual way. @param {AttemptFile[]} then */
  #restore(then) {
    const { editing, files, saver, paneSwitch, tell } = this.workspace;
    for (const file of then) {
      const content = "text" in file ? { text: file.text } : { base64: file.base64 };
      const here = files.fileAt(file.path);
      if (here) editing.restore(here.id, content);
      else files.create(file.path, content);
    }
    saver.flush();
    paneSwitch.show("editor");
    tell("The code of this attempt is in the editor again.");
  }
}

/** @param {{text: string} | {base64: string} | null | undefined} content @returns {string | null} */
function textOf(content) {
  return content && "text" in content ? content.text : null;
}
