// The frame of a dialog: title, body, buttons. Esc and the cross close it.

import { icon, make } from "../files/elements.js";

/**
 * @param {{title: string, body: HTMLElement[], actions: HTMLElement[]}} parts
 * @returns {HTMLDialogElement} open, and taken away when it is closed
 */
export function openDialog({ title, body, actions }) {
  const heading = make("h2", { id: "dialog-title" }, title);
  const cross = make("button", { type: "button", class: "icon-button", "aria-label": "Close" }, icon("x"));
  const dialog = make("dialog", { class: "dialog dialog-wide", "aria-labelledby": heading.id },
    make("div", { class: "dialog-head" }, heading, cross), make("div", { class: "dialog-body" }, ...body),
    make("div", { class: "dialog-actions" }, ...actions));
  cross.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** @param {string} label @param {string} look @param {() => void} act @returns {HTMLButtonElement} */
export function dialogButton(label, look, act) {
  const button = make("button", { type: "button", class: `button ${look}`.trim() }, label);
  button.addEventListener("click", act);
  return button;
}
