// The contents of a project's files, for programs and for whoever opens one: texts come with the page, others from the device or from
// the server.

import { bytesFromContent, contentFromBytes } from "./content.js";

/** @import { Connection } from "../offline/connection.js" */
/** @import { ProjectApi } from "./api.js" */
/** @import { KeptProject } from "./kept-project.js" */
/** @import { ProjectFiles } from "./project-files.js" */
/** @import { Saver } from "./saver.js" */
/** @import { SyncedFile } from "./synced-file.js" */

/** @typedef {{path: string, bytes: Uint8Array}} ProgramFile */

export class FileContents {
  /**
   * @param {{files: ProjectFiles, saver: Saver, api: ProjectApi, kept: KeptProject | null, connection: Connection,
   *   tell: (text: string) => void}} parts
   */
  constructor(parts) {
    this.parts = parts;
    /** @type {Map<string, Promise<void>>} by the id of the file */
    this.coming = new Map();
    /** Whether all contents are to be here, not only those that are asked for. */
    this.wantsAll = false;
    /** @type {Promise<void>} */
    this.bringing = Promise.resolve();
    for (const name of ["files", "took"]) parts.files.addEventListener(name, () => this.goOn());
  }

  /** Have the content of a file, or tell the person that it could not be had. @param {SyncedFile} file */
  async fetch(file) {
    await this.#have(file);
    if (file.content === null) this.parts.tell(this.notHere([file.path]));
  }

  /** @returns {Promise<{here: ProgramFile[], missing: string[]}>} what a program finds, and the names of what could not be had */
  async forProgram() {
    for (const file of this.parts.files.present) await this.#have(file);
    return { here: this.#here(), missing: this.#missing().map(({ path }) => path) };
  }

  /** @returns {ProgramFile[] | null} null while a file still has to be fetched */
  ready() {
    return this.#missing().length ? null : this.#here();
  }

  /** @param {string[]} paths one at least @returns {string} one sentence */
  notHere(paths) {
    const [what, are, load] = paths.length === 1 ? [paths[0], "is", "it loads"] : [`${paths.length} files`, "are", "they load"];
    if (this.parts.connection.online) return `${what} could not be loaded. Check the network and try again.`;
    return `${what} ${are} not on this device yet: ${load} when you are online again.`;
  }

  /** From now on bring every content, also of files that come later: a program may open it when the network is away. */
  async bringAll() {
    await this.parts.kept?.works();
    this.wantsAll = true;
    this.goOn();
  }

  /** There may be something to bring, or the network is back. */
  goOn() {
    if (this.wantsAll) this.bringing = this.bringing.then(() => this.#bringMissing());
  }

  /** One after the other: what a person waits for needs the network too. */
  async #bringMissing() {
    for (const file of this.#missing()) if (this.parts.connection.online) await this.#have(file);
  }

  /** @param {SyncedFile} file @returns {Promise<void>} its content is there if it can be had */
  async #have(file) {
    if (file.content !== null) return;
    const coming = this.coming.get(file.id) ?? this.#get(file).finally(() => this.coming.delete(file.id));
    this.coming.set(file.id, coming);
    await coming;
  }

  /** @param {SyncedFile} file */
  async #get({ id, base }) {
    const { files, saver, api, kept } = this.parts;
    const here = await kept?.content(id, base.revision);
    if (here) files.know(id, here);
    else await api.bytes(id).then((bytes) => saver.fetched(id, contentFromBytes(bytes)), () => {});
  }

  /** @returns {SyncedFile[]} */
  #missing() {
    return this.parts.files.present.filter(({ content }) => content === null);
  }

  /** @returns {ProgramFile[]} */
  #here() {
    return this.parts.files.present.flatMap(({ path, content }) => (content ? [{ path, bytes: bytesFromContent(content) }] : []));
  }
}
