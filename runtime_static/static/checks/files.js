// Files of an exercise's document, which are text or base64, as programs get them. Pure.

/**
 * @typedef {{path: string, text: string} | {path: string, base64: string}} DocumentFile
 * @typedef {{path: string, bytes: Uint8Array}} ProgramFile
 */

const encoder = new TextEncoder();

/** @param {DocumentFile[]} files @returns {ProgramFile[]} */
export function programFiles(files) {
  return files.map((file) => ({ path: file.path, bytes: "text" in file ? encoder.encode(file.text) : bytesOf(file.base64) }));
}

/** @param {string} base64 @returns {Uint8Array} */
function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** @param {{starter: DocumentFile[], solution: DocumentFile[]}} document @returns {DocumentFile[]} the solution, laid over the starter */
export function solutionFiles({ starter, solution }) {
  return [...new Map([...starter, ...solution].map((file) => [file.path, file])).values()];
}
