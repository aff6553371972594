// Waits until the server has everything. Pure, but for the clock.

/** @import { Saver } from "../projects/saver.js" */

const PATIENCE = 20_000; // milliseconds
const NOT_SAVED = "Your latest changes are not saved yet, so nothing was handed in. Try again when the page says “Saved”.";
const CONFLICT = "A file was also changed in another place. Decide which text you want, then hand in.";

/**
 * Save now. @param {Saver} saver @param {number} [patience]
 * @returns {Promise<string>} why the server does not have everything; empty when it has
 */
export function allSaved(saver, patience = PATIENCE) {
  saver.flush();
  return new Promise((resolve) => {
    /** @param {string} sentence */
    const end = (sentence) => {
      clearTimeout(timer);
      saver.removeEventListener("status", look);
      resolve(sentence);
    };
    const look = () => {
      const { status } = saver.queue;
      if (status === "Saved") end("");
      else if (status === "Conflict") end(CONFLICT);
      else if (status === "On this device") end(NOT_SAVED);
    };
    const timer = setTimeout(() => end(NOT_SAVED), patience);
    saver.addEventListener("status", look);
    look();
  });
}
