// What this device keeps of an open project for times without a network: the service worker has the page as it came, and is told
// here what becomes of its files. Edits that the server does not have yet are drafts (`drafts.js`), not this.

import { keptFile, keptFiles } from "../offline/kept.js";
import { newestFiles } from "./newest-files.js";

/** @import { FilesMessage, VisitMessage } from "../offline/names.js" */
/** @import { KeptFile } from "./newest-files.js" */
/** @import { Content, ServerFile } from "./synced-file.js" */

/** One person's project on this device. */
export class KeptProject {
  /** @param {{person: number, page: string}} about `page`: the path of the project's page */
  constructor({ person, page }) {
    this.person = person;
    this.page = page;
  }

  /** @param {ServerFile[]} files of a page that came from the device @returns {Promise<KeptFile[]>} as the server held them last */
  async newest(files) {
    try {
      return newestFiles(files, await keptFiles(caches, this.person, this.page));
    } catch {
      return files; // a device that keeps nothing
    }
  }

  /** @returns {Promise<void>} holds as soon as something keeps what it is told; never where nothing will */
  async works() {
    await (navigator.serviceWorker?.ready ?? new Promise(() => {}));
  }

  /** @param {string} id of a binary file @param {number} revision @returns {Promise<Content | null>} null: that revision is not here */
  async content(id, revision) {
    try {
      const file = await keptFile(caches, this.person, this.page, id);
      return file?.revision === revision && typeof file.base64 === "string" ? { base64: file.base64 } : null;
    } catch {
      return null; // a device that keeps nothing
    }
  }

  /** @param {KeptFile[]} files as the server holds them now */
  keep(files) {
    this.#tell({ type: "files", page: this.page, person: this.person, files });
  }

  /** The page itself has changed on the server. */
  renew() {
    this.#tell({ type: "visit", path: this.page });
  }

  /** @param {FilesMessage | VisitMessage} message */
  #tell(message) {
    void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(message));
  }
}
