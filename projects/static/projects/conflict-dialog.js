// One file was changed in two places: both texts are shown, and a person decides. Nothing is lost, whatever she chooses.

import { make } from "../files/elements.js";
import { showSideBySide } from "./comparison.js";
import { dialogButton, openDialog } from "./dialog.js";

/**
 * @param {{path: string, mine: string | null, theirs: string | null, nonce: string, decide: (choice: "mine" | "theirs" | "both") => void}} conflict
 *   texts are null for files that are no text
 */
export function openConflictDialog({ path, mine, theirs, nonce, decide }) {
  const place = make("div", { class: "comparison" });
  const heads = make("div", { class: "comparison-heads" }, make("span", {}, "Here, on this device"), make("span", {}, "Saved from somewhere else"));
  const lead = make("p", {}, "This file was changed here and in another place, perhaps another tab or computer. Both are kept: what you do not choose stays in History.");
  /** @param {"mine" | "theirs" | "both"} choice */
  const choose = (choice) => () => {
    dialog.close();
    decide(choice);
  };
  const dialog = openDialog({
    title: `Which ${path} do you want?`,
    body: mine === null || theirs === null ? [lead] : [lead, heads, place],
    actions: [
      dialogButton("Keep both", "", choose("both")),
      dialogButton("Take the other", "", choose("theirs")),
      dialogButton("Keep mine", "button-primary", choose("mine")),
    ],
  });
  if (mine !== null && theirs !== null) {
    showSideBySide(place, { left: mine, right: theirs, names: ["Here, on this device", "Saved from somewhere else"], nonce });
  }
}
