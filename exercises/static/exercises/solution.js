// The teacher's solution, for those who have passed: beside what the person has written herself.

import { make } from "../files/elements.js";
import { dialogButton, openDialog } from "../projects/dialog.js";
import { showFiles } from "./file-views.js";

/** @import { Workspace } from "../projects/workspace.js" */

const AWAY = "The solution comes from the server, which cannot be reached at the moment.";

export class Solution {
  /** @param {{place: HTMLElement, workspace: Workspace, url: string}} parts */
  constructor({ place, workspace, url }) {
    this.place = place;
    this.workspace = workspace;
    this.url = url;
    const button = make("button", { type: "button", class: "button button-small" }, "Show the solution");
    button.addEventListener("click", () => void this.#open());
    place.replaceChildren(make("h2", {}, "Solution"), make("p", {}, "Your program passed. See how your teacher has done it; there are always other ways."), button);
  }

  /** The person has passed. */
  offer() {
    this.place.hidden = false;
  }

  async #open() {
    const { api, files, nonce, tell } = this.workspace;
    const answer = await api.ask(this.url).catch(() => null);
    if (answer?.status !== 200) {
      tell(String(answer?.data.message ?? AWAY));
      return;
    }
    const place = make("div", { class: "file-views" });
    const about = make("p", { class: "soft" }, "Lines without a number are from your program, all others are the solution.");
    const dialog = openDialog({ title: "Solution", body: [about, place], actions: [dialogButton("Close", "", () => dialog.close())] });
    showFiles(place, {
      files: answer.data.files, name: "Solution", nonce,
      now: (path) => {
        const content = files.fileAt(path)?.content;
        return content && "text" in content ? content.text : null;
      },
    });
  }
}
