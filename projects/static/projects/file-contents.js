// The contents of a project's files, for programs and for whoever opens one: texts come with the page, others are fetched.

import { bytesFromContent, contentFromBytes } from "./content.js";

/** @import { ProjectApi } from "./api.js" */
/** @import { ProjectFiles } from "./project-files.js" */
/** @import { Saver } from "./saver.js" */
/** @import { SyncedFile } from "./synced-file.js" */

/** @typedef {{path: string, bytes: Uint8Array}} ProgramFile */

export class FileContents {
  /** @param {{files: ProjectFiles, saver: Saver, api: ProjectApi, tell: (text: string) => void}} parts */
  constructor({ files, saver, api, tell }) {
    this.files = files;
    this.saver = saver;
    this.api = api;
    this.tell = tell;
  }

  /** Have the content of a file, or tell the person that it could not be had. @param {SyncedFile} file */
  async fetch(file) {
    if (file.content !== null) return;
    try {
      this.saver.fetched(file.id, contentFromBytes(await this.api.bytes(file.id)));
    } catch {
      this.tell(`${file.path} could not be loaded. Check the network and try again.`);
    }
  }

  /** Everything that a program needs and can be had, with the contents of binary files fetched. @returns {Promise<ProgramFile[]>} */
  async forProgram() {
    for (const file of this.files.present) await this.fetch(file);
    return this.#here(); // a program whose picture is missing says so better than we could
  }

  /** @returns {ProgramFile[] | null} null while a file still has to be fetched */
  ready() {
    return this.files.present.some(({ content }) => content === null) ? null : this.#here();
  }

  /** @returns {ProgramFile[]} */
  #here() {
    return this.files.present.flatMap(({ path, content }) => (content ? [{ path, bytes: bytesFromContent(content) }] : []));
  }
}
