// Colours and type of terminals ("select graphic rendition", ECMA-48 8.3.117), as lists of class names. Pure.

const COLOURS = Object.freeze(["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]);
const TYPE = Object.freeze({ 1: "bold", 2: "faint", 3: "italic", 4: "underlined", 7: "inverse", 9: "struck" });
const TYPE_ENDS = Object.freeze({ 22: ["bold", "faint"], 23: ["italic"], 24: ["underlined"], 27: ["inverse"], 29: ["struck"] });
const TEXT_COLOUR = /^ansi-(?:black|red|green|yellow|blue|magenta|cyan|white|text-[0-9a-f]{6})$/;
const GROUND_COLOUR = /^ansi-on-/;
const EXACT = /^ansi-(text|on)-([0-9a-f]{6})$/;
// The cube of the 256 colours, and its greys.
const STEPS = Object.freeze([0, 95, 135, 175, 215, 255]);
const [CUBE, GREYS] = [16, 232];

/**
 * The style after a sequence of codes.
 * @param {string} style class names so far @param {string} parameters as "1;31" @returns {string}
 */
export function nextStyle(style, parameters) {
  let names = style ? style.split(" ") : [];
  const codes = (parameters || "0").split(/[;:]/).map(Number);
  while (codes.length) names = afterCode(names, Number(codes.shift()), codes);
  return names.join(" ");
}

/**
 * @param {string} style @returns {{names: string, text: string, ground: string}} class names, and the exact colours that
 *   the program chose, as "#rrggbb" or empty
 */
export function partsOf(style) {
  const parts = { names: style, text: "", ground: "" };
  if (!/-[0-9a-f]{6}/.test(style)) return parts;
  const names = style.split(" ");
  for (const [, kind, colour] of names.map((name) => EXACT.exec(name) ?? [])) {
    if (kind) parts[kind === "on" ? "ground" : "text"] = `#${colour}`;
  }
  parts.names = names.filter((name) => !EXACT.test(name)).join(" ");
  if (parts.ground && !parts.text) parts.text = isLight(parts.ground) ? "#000000" : "#ffffff";
  return parts;
}

/** @param {string[]} names @param {number} code @param {number[]} rest further codes, of which a colour takes its own @returns {string[]} */
function afterCode(names, code, rest) {
  if (code === 0) return [];
  if (code in TYPE) return replaced(names, [TYPE[/** @type {keyof typeof TYPE} */ (code)]]);
  if (code in TYPE_ENDS) return without(names, TYPE_ENDS[/** @type {keyof typeof TYPE_ENDS} */ (code)]);
  const isBright = (code >= 90 && code <= 97) || (code >= 100 && code <= 107);
  const plain = isBright ? code - 60 : code;
  if (plain >= 30 && plain <= 39) return coloured(names, TEXT_COLOUR, textName(plain - 30, rest));
  if (plain >= 40 && plain <= 49) return coloured(names, GROUND_COLOUR, groundName(plain - 40, rest));
  return names;
}

/** @param {number} digit 0-7 a colour, 8 an exact one, 9 the usual @param {number[]} rest @returns {string} */
function textName(digit, rest) {
  const name = digit === 8 ? exactColour(rest) : COLOURS[digit];
  return name && (COLOURS.includes(name) ? name : `text-${name}`);
}

/** @param {number} digit @param {number[]} rest @returns {string} */
function groundName(digit, rest) {
  const name = digit === 8 ? exactColour(rest) : COLOURS[digit];
  return name && `on-${name}`;
}

/** @param {number[]} rest "5;n" or "2;r;g;b", taken from it @returns {string} a name, six digits, or nothing */
function exactColour(rest) {
  const kind = rest.shift();
  if (kind === 2) return rest.splice(0, 3).map(twoDigits).join("").padEnd(6, "0");
  const number = kind === 5 ? rest.shift() : undefined;
  if (number === undefined || !(number <= 255)) return "";
  if (number < CUBE) return COLOURS[number % 8];
  if (number >= GREYS) return twoDigits(8 + 10 * (number - GREYS)).repeat(3);
  const place = number - CUBE;
  return [Math.floor(place / 36), Math.floor(place / 6) % 6, place % 6].map((step) => twoDigits(STEPS[step])).join("");
}

/** @param {number} value @returns {string} */
function twoDigits(value) {
  return Math.min(Math.max(Math.trunc(value) || 0, 0), 255).toString(16).padStart(2, "0");
}

/** @param {string[]} names @param {RegExp} same what it takes the place of @param {string} name @returns {string[]} */
function coloured(names, same, name) {
  const kept = names.filter((one) => !same.test(one));
  return name ? [...kept, `ansi-${name}`] : kept;
}

/** @param {string[]} names @param {readonly string[]} added @returns {string[]} */
function replaced(names, added) {
  return [...without(names, added), ...added.map((name) => `ansi-${name}`)];
}

/** @param {string[]} names @param {readonly string[]} ended @returns {string[]} */
function without(names, ended) {
  return names.filter((name) => !ended.includes(name.replace("ansi-", "")));
}

/** @param {string} colour "#rrggbb" @returns {boolean} whether dark text is read better on it (ITU-R BT.601) */
function isLight(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140;
}
