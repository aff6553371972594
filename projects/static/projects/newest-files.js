// Which state of a file is the newest that this device knows. Pure.

/** @import { ServerFile } from "./synced-file.js" */

/** The server's state of a file, with the content of a binary one where it is known. @typedef {ServerFile & {base64?: string}} KeptFile */

/**
 * @param {ServerFile[]} files as they stand in the page @param {KeptFile[]} later what became of them
 * @returns {KeptFile[]} the newest state of each; deleted ones are gone
 */
export function newestFiles(files, later) {
  /** @type {Map<string, KeptFile>} */
  const newest = new Map(files.map((file) => [file.id, file]));
  for (const file of later) {
    const known = newest.get(file.id);
    if (!known || file.revision >= known.revision) newest.set(file.id, file);
  }
  return [...newest.values()].filter((file) => !file.deleted);
}
