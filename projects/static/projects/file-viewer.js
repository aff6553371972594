// A file that is no text: a picture is shown, of others their size; both can be saved to the device.

import { make } from "../files/elements.js";

const PICTURES = Object.freeze({ png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif", bmp: "image/bmp", webp: "image/webp" });

/** @param {HTMLElement} place @param {string} path @param {Uint8Array} bytes */
export function showBinary(place, path, bytes) {
  clearViewer(place);
  const ending = path.split(".").at(-1)?.toLowerCase() ?? "";
  const type = Object.hasOwn(PICTURES, ending) ? Reflect.get(PICTURES, ending) : "application/octet-stream";
  const address = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (bytes)], { type }));
  const kilobytes = Math.ceil(bytes.length / 1024).toLocaleString();
  const about = make("p", {}, `${path}, ${kilobytes} KB`);
  place.dataset.address = address;
  if (type.startsWith("image/")) place.append(make("img", { src: address, alt: path }), about);
  else place.append(make("h2", {}, "This file is no text"), about);
  place.append(make("a", { class: "button", href: address, download: path.split("/").at(-1) ?? path }, "Download"));
}

/** @param {HTMLElement} place @param {string} sentence */
export function showSentence(place, sentence) {
  clearViewer(place);
  place.append(make("p", {}, sentence));
}

/** @param {HTMLElement} place */
export function clearViewer(place) {
  if (place.dataset.address) URL.revokeObjectURL(place.dataset.address);
  delete place.dataset.address;
  place.replaceChildren();
}
