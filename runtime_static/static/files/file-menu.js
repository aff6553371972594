// What can be done with one file: a button with a menu. The menu is a popover, so no scrolling list cuts it off.

import { icon, make } from "./elements.js";

/** @typedef {{rename: () => void, delete: () => void, download: () => void, main: () => void}} FileActions */

/**
 * @param {{path: string, main: boolean}} file @param {boolean} readOnly @param {FileActions} actions
 * @returns {HTMLElement} the button and its menu
 */
export function fileMenu(file, readOnly, actions) {
  const menu = make("div", { class: "menu-list file-menu-list", role: "menu", popover: "auto", "aria-label": file.path });
  const button = make("button", {
    type: "button", class: "icon-button icon-button-small", "aria-label": `More for ${file.path}`, "aria-haspopup": "menu",
    "aria-expanded": "false",
  }, icon("ellipsis"));
  button.popoverTargetElement = menu;
  /** @param {string} label @param {string} picture @param {() => void} act @param {string} [more] */
  const add = (label, picture, act, more = "") => {
    const item = make("button", { type: "button", role: "menuitem", class: `menu-item ${more}`.trim() }, icon(picture), label);
    item.addEventListener("click", () => {
      menu.hidePopover();
      act();
    });
    menu.append(item);
  };
  if (!readOnly) add("Rename", "pencil", actions.rename);
  if (!readOnly && !file.main && file.path.endsWith(".py")) add("Run this file first", "play", actions.main);
  add("Download", "download", actions.download);
  if (!readOnly) add("Delete", "trash-2", actions.delete, "menu-item-danger");
  menu.addEventListener("toggle", (event) => toggled(event, button, menu));
  menu.addEventListener("keydown", (event) => moveInMenu(event, menu));
  return make("span", { class: "file-menu" }, button, menu);
}

/** @param {Event} event @param {HTMLElement} button @param {HTMLElement} menu */
function toggled(event, button, menu) {
  const isOpen = /** @type {ToggleEvent} */ (event).newState === "open";
  button.setAttribute("aria-expanded", String(isOpen));
  if (!isOpen) return;
  const place = button.getBoundingClientRect();
  const below = place.bottom + menu.offsetHeight < innerHeight;
  menu.style.insetBlockStart = `${below ? place.bottom : place.top - menu.offsetHeight}px`;
  menu.style.insetInlineStart = `${Math.max(8, Math.min(place.left, innerWidth - menu.offsetWidth - 8))}px`;
  menu.querySelector("button")?.focus();
}

/** @param {KeyboardEvent} event @param {HTMLElement} menu */
function moveInMenu(event, menu) {
  event.stopPropagation(); // the list of files has keys of its own
  const items = [...menu.querySelectorAll("button")];
  const at = items.findIndex((item) => item === document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: items.length - 1 }[event.key];
  if (step === undefined) return;
  items[(at + step) % items.length].focus();
  event.preventDefault();
}
