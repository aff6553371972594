// Asks before something is handed in that is not whole, with what would be taken and what is missing; then shows the receipt.

import { make } from "../files/elements.js";
import { dialogButton, openDialog } from "../projects/dialog.js";
import { NotHandedIn, asksFirst } from "./hand-in.js";

/** @import { HandIn, Preview, Receipt } from "./hand-in.js" */

/**
 * Prepare, ask where there is something to ask, and take, with one button that is pressed once.
 * @param {{handIn: HandIn, button: HTMLButtonElement, tell: (text: string) => void, taken: (receipt: Receipt) => void}} parts
 */
export async function askAndHandIn({ handIn, button, tell, taken }) {
  if (button.disabled) return;
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  try {
    const preview = await handIn.prepare();
    const again = () => {
      button.classList.remove("hand-in-asked");
      button.focus();
    };
    /** @param {Receipt} receipt */
    const done = (receipt) => {
      taken(receipt);
      showReceipt(receipt, preview).addEventListener("close", again);
    };
    if (asksFirst(preview)) {
      // There is one button of this name at a time: that of the dialog.
      button.classList.add("hand-in-asked");
      ask(preview, handIn, done).addEventListener("close", again);
    } else {
      done(await handIn.take());
    }
  } catch (error) {
    if (!(error instanceof NotHandedIn)) throw error;
    tell(error.message);
  } finally {
    button.disabled = false;
    button.removeAttribute("aria-busy");
  }
}

/** @param {Preview} preview @param {HandIn} handIn @param {(receipt: Receipt) => void} taken @returns {HTMLDialogElement} */
function ask(preview, handIn, taken) {
  const trouble = make("p", { class: "field-error", role: "alert" });
  const confirm = dialogButton("Hand in", "button-primary", async () => {
    confirm.disabled = true;
    trouble.textContent = "";
    try {
      const receipt = await handIn.take();
      dialog.close();
      taken(receipt);
    } catch (error) {
      if (!(error instanceof NotHandedIn)) throw error;
      trouble.textContent = error.message;
      confirm.disabled = false;
    }
  });
  const dialog = openDialog({
    title: "Hand this in?",
    body: [listOf(preview), ...sentences(preview), trouble],
    actions: [dialogButton("Keep working", "", () => dialog.close()), confirm],
  });
  dialog.classList.remove("dialog-wide");
  confirm.focus();
  return dialog;
}

/** @param {Preview} preview @returns {HTMLElement} */
function listOf({ items }) {
  const lines = items.map(({ title, state, by }) => {
    const whose = by ? ` (${by})` : "";
    return make("li", {}, make("span", { class: "hand-in-item" }, title), make("span", { class: "soft small" }, state + whose));
  });
  return make("ul", { class: "hand-in-items", role: "list", "aria-label": "What is handed in" }, ...lines);
}

/** @param {Preview} preview @returns {HTMLElement[]} */
function sentences({ missing, late, group, again }) {
  const warnings = [missing, late].filter(Boolean).map((text) => make("p", { class: "hand-in-warning" }, text));
  return [...warnings, ...[group, again].filter(Boolean).map((text) => make("p", { class: "soft" }, text))];
}

/** @param {Receipt} receipt @param {Preview} preview what was taken @returns {HTMLDialogElement} */
function showReceipt({ sentence, url }, preview) {
  const close = dialogButton("Close", "button-primary", () => dialog.close());
  const dialog = openDialog({
    title: "Handed in",
    body: [
      make("p", { role: "status" }, sentence),
      listOf(preview),
      make("p", {}, make("a", { href: url }, "Show the receipt")),
    ],
    actions: [close],
  });
  dialog.classList.remove("dialog-wide");
  close.focus();
  return dialog;
}
