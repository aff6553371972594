// The control characters and escape sequences that terminals know, found in text. Pure.

const CONTROL_PICTURES = 0x2400;

/** What text must hold before anything but plain appending is needed. */
// eslint-disable-next-line no-control-regex -- control characters are the subject
export const HAS_CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
// A whole escape sequence: CSI (colours, cursor), OSC (titles, links), or a short one.
// eslint-disable-next-line no-control-regex
export const ESCAPE = /\u001b(?:\[([0-9;:?]*)[ -/]*([@-~])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[^[\]])/y;
/** The beginning of a sequence at the end of a chunk; the rest comes with the next one. */
// eslint-disable-next-line no-control-regex
export const OPEN_ESCAPE = /\u001b(?:\[[0-9;:?]*[ -/]*|\][^\u0007\u001b]{0,200}\u001b?)?$/;

/** @param {string} text @returns {string} what there is to read in it */
export function readable(text) {
  if (!HAS_CONTROLS.test(text)) return text;
  // eslint-disable-next-line no-control-regex
  return text.replace(new RegExp(ESCAPE.source, "g"), "").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
}

/** @param {string} character @returns {string} a picture where it is a control character */
export function visible(character) {
  const code = character.charCodeAt(0);
  if (code < 0x20 && code !== 9) return String.fromCharCode(CONTROL_PICTURES + code);
  return code >= 0x7f && code <= 0x9f ? "\u2421" : character;
}
