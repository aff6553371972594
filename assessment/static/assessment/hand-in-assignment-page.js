// Entry of an assignment's page: Hand in asks first. Without this script the form itself hands in.

import { ProjectApi } from "../projects/api.js";
import { toast } from "../projects/toasts.js";
import { askAndHandIn } from "./hand-in-dialog.js";
import { HandIn } from "./hand-in.js";

/** `assignment-data`: whom the page was made for, and where one hands in. @typedef {{person: number, csrfCookie: string, url: string}} AssignmentData */

const { person, csrfCookie, url } = /** @type {AssignmentData} */ (JSON.parse(document.getElementById("assignment-data")?.textContent ?? "{}"));
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-hand-in-form]"));
const button = form?.querySelector("button");
const toasts = /** @type {HTMLElement} */ (document.querySelector("[data-toasts]"));
const api = new ProjectApi({ person, csrfCookie, filesUrl: "", projectUrl: "" });
const handIn = new HandIn({ url, ask: (address, body) => api.ask(address, body) });

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!button) return;
  void askAndHandIn({ handIn, button, tell: (text) => toast(toasts, text), taken: ({ url: receipt }) => location.assign(receipt) });
});
