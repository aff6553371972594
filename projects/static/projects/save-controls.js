// What a person sees of saving: the status, and a notice when something is to be done.

import { openConflictDialog } from "./conflict-dialog.js";
import { contentFromBytes } from "./content.js";

/** @import { ProjectApi } from "./api.js" */
/** @import { Saver } from "./saver.js" */

/** @type {Readonly<Record<string, string>>} */
const TONES = Object.freeze({ Saved: "ok", Saving: "busy", "On this device": "warn", Conflict: "danger" });
/** @type {Readonly<Record<string, string>>} */
const SENTENCES = Object.freeze({
  "signed-out": "You are signed out. Your work is safe on this device; sign in again and it is saved.",
  "other-person": "Somebody else has signed in on this browser. Your work stays on this device until you sign in again.",
  offline: "Your work is kept on this device and saved as soon as the server answers.",
});
const NOT_KEPT = "This browser does not let Codeyard keep your work on this device: leave the page open until it is saved.";
const NOTICE_DELAY = 4_000; // milliseconds; a short gap in the network is nobody's business
const TRY_EVERY = 10_000;

/**
 * @typedef {{status: HTMLElement, notice: HTMLElement, message: HTMLElement, signIn: HTMLElement, tryAgain: HTMLElement, decide: HTMLElement}} Elements
 * @typedef {{status: string, trouble: string, message: string}} Status
 */

/** Status, notice, and the dialog of a conflict. */
export class SaveControls {
  /** @param {{saver: Saver, api: ProjectApi, elements: Elements, nonce: string}} parts */
  constructor({ saver, api, elements, nonce }) {
    this.saver = saver;
    this.api = api;
    this.elements = elements;
    this.nonce = nonce;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.noticeTimer = undefined;
    saver.addEventListener("status", (event) => this.#show(/** @type {CustomEvent<Status>} */ (event).detail));
    elements.tryAgain.addEventListener("click", () => saver.wake());
    elements.decide.addEventListener("click", () => void this.#decide());
    this.#wakeWhenSomethingChanges();
  }

  /** @param {Status} state */
  #show({ status, trouble, message }) {
    const { elements } = this;
    elements.status.textContent = status;
    elements.status.dataset.tone = TONES[status];
    clearTimeout(this.noticeTimer);
    const sentence = this.#sentence(status, trouble, message);
    if (!sentence) elements.notice.hidden = true;
    else if (trouble === "offline" && elements.notice.hidden) {
      this.noticeTimer = setTimeout(() => this.#notice(sentence, status, trouble), NOTICE_DELAY);
    } else this.#notice(sentence, status, trouble);
  }

  /** @param {string} status @param {string} trouble @param {string} message @returns {string} */
  #sentence(status, trouble, message) {
    const asksToSignIn = trouble === "signed-out" || trouble === "other-person";
    if (status === "Saved" && !asksToSignIn) return "";
    if (status === "Conflict") return `${this.#conflict()?.path ?? "A file"} was also changed in another place. Both texts are kept.`;
    if (!trouble) return "";
    const kept = this.saver.drafts?.works === false ? NOT_KEPT : SENTENCES[trouble] ?? "Your work is kept on this device.";
    return trouble in SENTENCES && trouble !== "offline" ? kept : `${message} ${kept}`;
  }

  /** @param {string} sentence @param {string} status @param {string} trouble */
  #notice(sentence, status, trouble) {
    const { notice, message, signIn, tryAgain, decide } = this.elements;
    message.textContent = sentence;
    signIn.hidden = trouble !== "signed-out" && trouble !== "other-person";
    decide.hidden = status !== "Conflict";
    tryAgain.hidden = status === "Conflict" || !["offline", "slow-down", "forbidden"].includes(trouble);
    notice.hidden = false;
  }

  #conflict() {
    return this.saver.files.present.find((file) => file.conflict);
  }

  async #decide() {
    const file = this.#conflict();
    const server = file?.conflict;
    if (!file || !server) return;
    const theirs = server.text === null ? contentFromBytes(await this.api.bytes(file.id)) : { text: server.text };
    openConflictDialog({
      path: file.path,
      mine: file.content && "text" in file.content ? file.content.text : null,
      theirs: "text" in theirs ? theirs.text : null,
      nonce: this.nonce,
      decide: (choice) => this.saver.resolve(file.id, choice, theirs),
    });
  }

  #wakeWhenSomethingChanges() {
    const { saver } = this;
    const wake = () => {
      if (saver.queue.trouble) saver.wake();
    };
    addEventListener("online", wake);
    addEventListener("focus", wake);
    // Somebody signs in again in another tab: no event tells of it.
    setInterval(() => {
      if (document.visibilityState === "visible" && saver.queue.trouble !== "offline") wake();
    }, TRY_EVERY);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") saver.flush({ leaving: true });
      else void saver.refresh().then(wake);
    });
    addEventListener("pagehide", () => saver.flush({ leaving: true }));
    addEventListener("beforeunload", (event) => {
      if (saver.queue.status !== "Saved" && saver.drafts?.works === false) event.preventDefault();
    });
  }
}
