// Figures and pictures in the console.

/** @typedef {{key: string, label: string, mime: string, bytes: Uint8Array, width: number, height: number}} ImageMessage */

/** @param {ImageMessage} image @returns {HTMLElement} a figure with a link that saves it */
export function imageElement(image) {
  const figure = document.createElement("figure");
  figure.className = "console-image";
  const picture = document.createElement("img");
  const caption = document.createElement("figcaption");
  const name = document.createElement("span");
  const save = document.createElement("a");
  name.textContent = image.label;
  name.setAttribute("aria-hidden", "true"); // the picture has this name already
  save.textContent = "Save picture";
  save.className = "console-save";
  caption.append(name, save);
  figure.append(picture, caption);
  fill(figure, image);
  return figure;
}

/** Show another picture in the same place. @param {HTMLElement} figure @param {ImageMessage} image */
export function replaceImage(figure, image) {
  const old = figure.querySelector("img")?.src;
  fill(figure, image);
  if (old) URL.revokeObjectURL(old);
}

/** @param {HTMLElement} figure @param {ImageMessage} image */
function fill(figure, { label, mime, bytes, width, height }) {
  const [picture, save] = [figure.querySelector("img"), figure.querySelector("a")];
  if (!picture || !save) return;
  const address = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (bytes)], { type: mime }));
  Object.assign(picture, { src: address, alt: label, width, height });
  Object.assign(save, { href: address, download: `${label.toLowerCase().replaceAll(" ", "-")}.${mime.split("/")[1]}` });
  save.setAttribute("aria-label", `Save picture: ${label}`);
}
