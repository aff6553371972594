// Names of keys, as turtle's onkey takes them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { keyLabel, keysym } from "../../../runtime_static/static/turtle/keysyms.js";

test("keys have the names that X11 gives them", () => {
  const names = [["ArrowUp", 0], [" ", 0], ["a", 0], ["A", 0], ["ä", 0], ["1", 3], ["Enter", 0], ["Enter", 3], ["Shift", 1], ["Shift", 2], ["F5", 0], [".", 0]]
    .map(([key, location]) => keysym({ key: String(key), location: Number(location) }));

  assert.deepEqual(names, ["Up", "space", "a", "A", "ä", "1", "Return", "KP_Enter", "Shift_L", "Shift_R", "F5", "period"]);
});

test("what is no key of a program has no name", () => {
  for (const key of ["Dead", "Unidentified", "AudioVolumeUp", "F13", "constructor", "__proto__"]) assert.equal(keysym({ key, location: 0 }), "");
});

test("a button for a key shows what stands on the key", () => {
  assert.deepEqual(["Up", "space", "period", "a", "Shift_L", "constructor"].map(keyLabel), ["↑", "Space", ".", "a", "Shift", "constructor"]);
});
