// What is wanted of the project itself, beside its files: which of them runs first. Pure, like `synced-file.js`.

/** @import { SyncedFile } from "./synced-file.js" */

/** Its id among the drafts, where files have UUIDs. */
export const PROJECT = "project";

/**
 * @typedef {{id: typeof PROJECT, main: string}} ProjectDraft
 * @typedef {{kind: "main", main: string, path: string}} ProjectRequest `main`: the id of the file; `path`: its name on the server
 */

export class SyncedProject {
  /** @param {(id: string) => SyncedFile | undefined} file knows the files that are there, for the person */
  constructor(file) {
    this.file = file;
    this.id = PROJECT;
    /** @type {string | null} the id of the file that somebody has chosen on this device */
    this.main = null;
    this.isToldServer = true;
  }

  /** @returns {boolean} whether anything is still to be told to the server; of a file that was deleted, nothing is */
  get dirty() {
    return !this.isToldServer && this.main !== null && this.file(this.main) !== undefined;
  }

  /** @param {string} id of the file that is to run first */
  choose(id) {
    this.main = id;
    this.isToldServer = false;
  }

  /** @returns {ProjectDraft} what must outlive the page, while it is dirty */
  toDraft() {
    return { id: PROJECT, main: String(this.main) };
  }

  /** @returns {ProjectRequest | null} made anew each time: to choose twice what was chosen does no harm */
  nextRequest() {
    const file = this.dirty ? this.file(String(this.main)) : undefined;
    return file ? { kind: "main", main: file.id, path: file.base.path } : null;
  }

  /** The server has taken it, or will never take it. @param {ProjectRequest} request */
  answered(request) {
    if (request.main === this.main) this.isToldServer = true; // else another one was chosen meanwhile
  }
}
