// The operations that a program's drawing is made of: read from JSON and checked one by one. Pure. They come from a worker in
// which a student's program runs, so whatever does not fit is left out, and what is given on holds known fields only.

/** Bounds; `turtle_window/drawing.py` keeps to them and tells the student. Lengths in pixels of the drawing. */
export const DRAWING_LIMITS = Object.freeze({
  items: 50_000,
  points: 1_000_000,
  itemPoints: 20_000,
  operations: 100_000,
  textCharacters: 5_000,
  words: 500,
  images: 200,
  windowSide: 4_096,
  viewSide: 8_192,
  keys: 200,
  coordinate: 1e7,
});

/**
 * @typedef {{family: string, generic: string, size: number, bold: boolean, italic: boolean, underline: boolean}} Font
 * @typedef {"nw" | "n" | "ne" | "w" | "center" | "e" | "sw" | "s" | "se"} Anchor
 * Colours are `#rrggbb`, or "" for none. `points` holds x and y in turn; y grows downwards.
 * @typedef {{type: "line", id: number, colour: string, width: number, points: number[]}} LineOperation
 * @typedef {{type: "polygon", id: number, fill: string, outline: string, width: number, points: number[]}} PolygonOperation
 * @typedef {{type: "text", id: number, colour: string, anchor: Anchor, font: Font, text: string, points: number[]}} TextOperation
 * @typedef {{type: "image", id: number, image: number, points: number[]}} ImageOperation
 * @typedef {LineOperation | PolygonOperation | TextOperation | ImageOperation} ItemOperation gives an item its whole new state
 * @typedef {{type: "top" | "bottom" | "delete", id: number}} OrderOperation
 * @typedef {{type: "clear" | "focus"}} BareOperation
 * The window's size, its title, and the part of the plane that can be looked at:
 * @typedef {{type: "window", width: number, height: number, title: string,
 *   view: {left: number, top: number, width: number, height: number}}} WindowOperation
 * @typedef {{type: "origin", x: number, y: number}} OriginOperation what stands in the window's corner at first
 * @typedef {{type: "background", colour: string}} BackgroundOperation
 * Which events the program waits for; the key "" stands for all keys.
 * @typedef {{type: "wants", keys: string[], pointer: boolean, drags: boolean, moves: boolean}} WantsOperation
 * @typedef {{type: "ask", title: string, prompt: string, value: string, note: string}} AskOperation
 * @typedef {ItemOperation | OrderOperation | BareOperation | WindowOperation | OriginOperation | BackgroundOperation |
 *   WantsOperation | AskOperation} Operation
 */

const ANCHORS = new Set(["nw", "n", "ne", "w", "center", "e", "sw", "s", "se"]);
const GENERIC_FAMILIES = new Set(["sans-serif", "serif", "monospace"]);

/** @type {(value: any) => value is number} */
const isId = (value) => Number.isSafeInteger(value) && value >= 1;
/** @type {(limit: number) => (value: any) => value is number} */
const within = (limit) => /** @type {any} */ ((/** @type {any} */ value) => Number.isFinite(value) && Math.abs(value) <= limit);
const isCoordinate = within(DRAWING_LIMITS.coordinate);
/** @type {(value: any) => value is boolean} */
const isFlag = (value) => typeof value === "boolean";
/** @type {(value: any) => value is string} */
const isColour = (value) => typeof value === "string" && (value === "" || /^#[0-9a-f]{6}$/.test(value));
/** @type {(value: any) => value is number} */
const isWidth = (value) => Number.isFinite(value) && value >= 0 && value <= DRAWING_LIMITS.windowSide;
/** @type {(limit: number) => (value: any) => value is string} */
const textUpTo = (limit) => /** @type {any} */ ((/** @type {any} */ value) => typeof value === "string" && value.length <= limit);
const areWords = textUpTo(DRAWING_LIMITS.words);
const isText = textUpTo(DRAWING_LIMITS.textCharacters);
const isKey = textUpTo(20);

/** @param {any} value @returns {value is number[]} */
const arePoints = (value) =>
  Array.isArray(value) && value.length % 2 === 0 && value.length <= 2 * DRAWING_LIMITS.itemPoints && value.every(isCoordinate);
/** @param {any} value @returns {value is number[]} */
const isPoint = (value) => arePoints(value) && value.length === 2;
/** @param {any} value @param {number} limit @returns {value is number} */
const isSide = (value, limit) => Number.isFinite(value) && value >= 1 && value <= limit;

/** @param {any} value @returns {Font | null} */
function readFont(value) {
  if (!Array.isArray(value)) return null;
  const [family, generic, size, bold, italic, underline] = value;
  const named = typeof family === "string" && /^[\p{L}\p{N} _-]{1,40}$/u.test(family) && GENERIC_FAMILIES.has(generic);
  const sized = Number.isFinite(size) && size > 0 && size <= 1_000;
  if (!named || !sized || ![bold, italic, underline].every(isFlag)) return null;
  return { family, generic, size, bold, italic, underline };
}

/** What follows an operation's name, to the operation. @type {Record<string, (parts: any[]) => Operation | null>} */
const READERS = {
  line: ([id, colour, width, points]) =>
    isId(id) && isColour(colour) && isWidth(width) && arePoints(points) ? { type: "line", id, colour, width, points } : null,
  polygon: ([id, fill, outline, width, points]) =>
    isId(id) && isColour(fill) && isColour(outline) && isWidth(width) && arePoints(points)
      ? { type: "polygon", id, fill, outline, width, points } : null,
  text: ([id, colour, anchor, style, text, points]) => {
    const font = readFont(style);
    const fits = isId(id) && isColour(colour) && ANCHORS.has(anchor) && isText(text) && isPoint(points);
    return fits && font ? { type: "text", id, colour, anchor, font, text, points } : null;
  },
  image: ([id, image, points]) =>
    isId(id) && (image === 0 || isId(image)) && isPoint(points) ? { type: "image", id, image, points } : null,
  top: ([id]) => (isId(id) ? { type: "top", id } : null),
  bottom: ([id]) => (isId(id) ? { type: "bottom", id } : null),
  delete: ([id]) => (isId(id) ? { type: "delete", id } : null),
  clear: () => ({ type: "clear" }),
  focus: () => ({ type: "focus" }),
  window: ([width, height, title, left, top, viewWidth, viewHeight]) =>
    isSide(width, DRAWING_LIMITS.windowSide) && isSide(height, DRAWING_LIMITS.windowSide) && areWords(title) &&
    isCoordinate(left) && isCoordinate(top) && isSide(viewWidth, DRAWING_LIMITS.viewSide) && isSide(viewHeight, DRAWING_LIMITS.viewSide)
      ? { type: "window", width, height, title, view: { left, top, width: viewWidth, height: viewHeight } } : null,
  origin: ([x, y]) => (isCoordinate(x) && isCoordinate(y) ? { type: "origin", x, y } : null),
  background: ([colour]) => (isColour(colour) && colour ? { type: "background", colour } : null),
  wants: ([keys, pointer, drags, moves]) =>
    Array.isArray(keys) && keys.length <= DRAWING_LIMITS.keys && keys.every(isKey) && [pointer, drags, moves].every(isFlag)
      ? { type: "wants", keys: [...keys], pointer, drags, moves } : null,
  ask: ([title, prompt, value, note]) =>
    [title, prompt, value, note].every(areWords) ? { type: "ask", title, prompt, value, note } : null,
};

/** @param {any} value @returns {Operation | null} */
function readOperation(value) {
  if (!Array.isArray(value) || typeof value[0] !== "string" || !Object.hasOwn(READERS, value[0])) return null;
  return READERS[value[0]](value.slice(1));
}

/**
 * @param {Uint8Array} bytes JSON: a list of operations, each a list that begins with its name
 * @returns {Operation[]} those that make sense, in order
 */
export function readOperations(bytes) {
  let list;
  try {
    list = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return [];
  }
  if (!Array.isArray(list) || list.length > DRAWING_LIMITS.operations) return [];
  return list.map(readOperation).filter((operation) => operation !== null);
}
