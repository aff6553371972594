// Contents of files as text, as base64 and as bytes. Pure.

/** @import { Content } from "./synced-file.js" */

/** Text that is longer is not shown in the editor, in characters. */
export const LONGEST_TEXT = 1024 * 1024;

const encoder = new TextEncoder();

/** @param {Uint8Array} bytes @returns {Content} text where the bytes are UTF-8 without NUL, else base64 */
export function contentFromBytes(bytes) {
  if (!bytes.includes(0)) {
    try {
      return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
    } catch {
      // not text
    }
  }
  return { base64: toBase64(bytes) };
}

/** @param {Content} content @returns {Uint8Array} */
export function bytesFromContent(content) {
  return "text" in content ? encoder.encode(content.text) : fromBase64(content.base64);
}

/** @param {Content} content @returns {number} bytes */
export function sizeOf(content) {
  return "text" in content ? encoder.encode(content.text).length : Math.floor((content.base64.replace(/=+$/, "").length * 3) / 4);
}

/** @param {Uint8Array} bytes @returns {string} */
function toBase64(bytes) {
  let binary = "";
  for (let from = 0; from < bytes.length; from += 0x8000) binary += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(binary);
}

/** @param {string} base64 @returns {Uint8Array} */
function fromBase64(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
