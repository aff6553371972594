// Hand in, in the bar of a workspace: its button, the banner that says what was handed in, and the way to a comment's line.

import { part } from "../projects/workspace.js";
import { allSaved } from "./all-saved.js";
import { askAndHandIn } from "./hand-in-dialog.js";
import { HandIn } from "./hand-in.js";

/** @import { Workspace } from "../projects/workspace.js" */
/** @import { Receipt } from "./hand-in.js" */

/** `hand-in-data`, as docs/architecture.md describes it. @typedef {{url: string, item: number}} HandInData */

const RUNNING = "Your program is still running. Stop it, then hand in.";

/** @param {Workspace} workspace @param {(() => Promise<boolean>)} [check] of an exercise */
export function addHandIn(workspace, check) {
  const { api, connection, saver, runner, files, tell } = workspace;
  const { url, item } = /** @type {HandInData} */ (JSON.parse(document.getElementById("hand-in-data")?.textContent ?? "{}"));
  const button = /** @type {HTMLButtonElement} */ (part("hand-in"));
  const banner = part("handed-in");
  const changed = part("changed");
  const handIn = new HandIn({
    url, item, check, ask: (address, body) => api.ask(address, body), isOnline: () => connection.online,
    save: async () => (runner.busy ? RUNNING : allSaved(saver)),
  });
  /** @param {Receipt} receipt */
  const taken = ({ sentence }) => {
    part("handed-in-sentence").textContent = sentence;
    banner.hidden = false;
    changed.hidden = true;
  };
  button.addEventListener("click", () => void askAndHandIn({ handIn, button, tell, taken }));
  files.addEventListener("touched", () => { changed.hidden = banner.hidden; });
  for (const jump of document.querySelectorAll("[data-jump]")) {
    const { jump: path, line } = /** @type {HTMLElement} */ (jump).dataset;
    jump.addEventListener("click", () => {
      workspace.paneSwitch.show("editor");
      void workspace.editing.jump(String(path), Number(line));
    });
  }
  button.disabled = false;
}
