// Files to look at, one beneath the other, with what differs from the person's own marked.

import { make } from "../files/elements.js";
import { showChange } from "../projects/comparison.js";

/** @import { AttemptFile } from "./attempt-reports.js" */

/**
 * @param {HTMLElement} place in the page already
 * @param {{files: AttemptFile[], name: string, now: (path: string) => string | null, nonce: string}} about `name` says what they are; `now` gives what the
 *   person has under a path
 */
export function showFiles(place, { files, name, now, nonce }) {
  for (const file of files) {
    place.append(make("h3", { class: "file-view-name" }, file.path));
    if (!("text" in file)) {
      place.append(make("p", { class: "soft" }, "This file is no text, so it cannot be shown here."));
      continue;
    }
    const view = make("div", { class: "comparison" });
    place.append(view);
    showChange(view, { then: file.text, now: now(file.path) ?? file.text, name: `${name}: ${file.path}`, nonce });
  }
}
