// Files between the project and the disk of the device: upload and download.

import { problemWith } from "../files/file-names.js";
import { bytesFromContent, contentFromBytes } from "./content.js";

/** @import { FileContents } from "./file-contents.js" */
/** @import { ProjectFiles } from "./project-files.js" */
/** @import { Content } from "./synced-file.js" */
/** @import { Tell } from "./editing.js" */

const ADDRESS_MS = 10_000; // a download has begun by then

export class FileTransfer {
  /**
   * @param {{files: ProjectFiles, contents: FileContents, tell: Tell, fileBytes: number,
   *   put: (path: string, content: Content) => string, restore: (id: string, content: Content) => void, show: (id: string) => void}} parts
   *   `fileBytes`: the most that a file may hold; `put` writes a file, which may be new, and gives its id
   */
  constructor(parts) {
    this.parts = parts;
  }

  /** @param {string} id */
  async download(id) {
    const file = this.parts.files.file(id);
    if (!file) return;
    await this.parts.contents.fetch(file);
    if (!file.content) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (bytesFromContent(file.content))]));
    link.download = file.path.split("/").at(-1) ?? file.path;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), ADDRESS_MS);
  }

  /** @param {File[]} uploads from the device */
  async upload(uploads) {
    const { fileBytes, tell } = this.parts;
    for (const file of uploads) {
      const problem = problemWith(file.name, []);
      const tooLarge = file.size > fileBytes ? `A file may be ${Math.round(fileBytes / 1024 / 1024)} MB at most.` : "";
      if (problem || tooLarge) tell(`${file.name} was not uploaded. ${problem || tooLarge}`);
      else this.#uploaded(file.name.normalize("NFC"), contentFromBytes(new Uint8Array(await file.arrayBuffer())));
    }
  }

  /** @param {string} path @param {Content} content */
  #uploaded(path, content) {
    const { files, tell, put, restore, show } = this.parts;
    const earlier = files.fileAt(path);
    const before = earlier?.content;
    if (earlier) earlier.pin = true;
    const id = put(path, content);
    show(id);
    if (before) tell(`${path} was replaced.`, { label: "Undo", act: () => restore(id, before) });
  }
}
