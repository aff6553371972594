// Keys as X11 names them, which is how Tk and turtle's onkey do. Pure.

/** @type {Readonly<Record<string, string>>} */
const NAMES = Object.freeze({
  ArrowUp: "Up", ArrowDown: "Down", ArrowLeft: "Left", ArrowRight: "Right", Enter: "Return", Escape: "Escape", Tab: "Tab",
  Backspace: "BackSpace", Delete: "Delete", Insert: "Insert", Home: "Home", End: "End", PageUp: "Prior", PageDown: "Next",
  Pause: "Pause", CapsLock: "Caps_Lock", NumLock: "Num_Lock", ScrollLock: "Scroll_Lock", ContextMenu: "Menu", AltGraph: "ISO_Level3_Shift",
  " ": "space", "!": "exclam", "\"": "quotedbl", "#": "numbersign", $: "dollar", "%": "percent", "&": "ampersand",
  "'": "apostrophe", "(": "parenleft", ")": "parenright", "*": "asterisk", "+": "plus", ",": "comma", "-": "minus", ".": "period",
  "/": "slash", ":": "colon", ";": "semicolon", "<": "less", "=": "equal", ">": "greater", "?": "question", "@": "at",
  "[": "bracketleft", "\\": "backslash", "]": "bracketright", "^": "asciicircum", _: "underscore", "`": "grave",
  "{": "braceleft", "|": "bar", "}": "braceright", "~": "asciitilde",
});
const SIDED = new Set(["Shift", "Control", "Alt", "Meta"]);
const RIGHT = 2; // KeyboardEvent.DOM_KEY_LOCATION_RIGHT
const NUMPAD = 3; // KeyboardEvent.DOM_KEY_LOCATION_NUMPAD

/**
 * @param {{key: string, location: number}} event a KeyboardEvent
 * @returns {string} the key's name; "" for keys without one (a dead key, a key of the browser)
 */
export function keysym({ key, location }) {
  if (SIDED.has(key)) return `${key}_${location === RIGHT ? "R" : "L"}`;
  if (key === "Enter" && location === NUMPAD) return "KP_Enter";
  if (Object.hasOwn(NAMES, key)) return NAMES[key];
  if (/^F([1-9]|1[0-2])$/.test(key)) return key;
  return [...key].length === 1 ? key : "";
}

/** What a button for a key shows, by the key's name. @type {ReadonlyMap<string, string>} */
const LABELS = new Map([
  ...Object.entries(NAMES).filter(([key]) => key.length === 1).map(([key, name]) => /** @type {[string, string]} */ ([name, key])),
  ["Up", "↑"], ["Down", "↓"], ["Left", "←"], ["Right", "→"], ["space", "Space"], ["Return", "Enter"], ["Prior", "Page up"],
  ["Next", "Page down"], ["BackSpace", "⌫"],
]);

/** @param {string} name a keysym @returns {string} what a person calls the key */
export function keyLabel(name) {
  return LABELS.get(name) ?? name.replace(/_[LR]$/, "");
}
