// A form that could not be sent, because there is no network: the service worker leaves the page as it is, with all that was
// typed, and has it say so here.

/** @import { NotSentMessage } from "./names.js" */

const NOT_SENT = "You are offline, so this was not sent. Try again when the network is back.";

/** @type {HTMLFormElement | null} the form that was sent last */
let sent = null;

/** @param {HTMLFormElement} form @param {Element | null} button that sent it @returns {string} the path that it goes to */
function target(form, button) {
  const address = button?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  return new URL(address || location.href, location.href).pathname;
}

/** @param {HTMLFormElement} form */
function sayNotSent(form) {
  const sentence = document.createElement("p");
  sentence.className = "field-error";
  sentence.setAttribute("role", "alert");
  sentence.dataset.notSent = "";
  sentence.textContent = NOT_SENT;
  const actions = form.querySelector(".form-actions, .submit-row");
  if (actions) actions.before(sentence);
  else form.append(sentence);
}

/** What was said of the form before. */
function takeBack() {
  document.querySelector("[data-not-sent]")?.remove();
}

addEventListener("submit", (event) => {
  if (event.defaultPrevented || !(event.target instanceof HTMLFormElement) || event.target.method !== "post") return;
  sent = event.target;
  sent.dataset.sentTo = target(sent, event.submitter);
  takeBack();
});
navigator.serviceWorker?.addEventListener("message", (event) => {
  const message = /** @type {NotSentMessage} */ (event.data);
  if (message?.type !== "not-sent" || sent?.dataset.sentTo !== message.path) return;
  sayNotSent(sent);
  event.ports[0].postMessage(true);
});
