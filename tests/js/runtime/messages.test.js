// Only messages of the known shapes pass, and only their known fields.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  FETCHED_AHEAD, LIMITS, PROTOCOL_VERSION, isConnect, isFetchedAhead, isHello, isProjectPath, readFrameMessage, readPageMessage, readWorkerMessage,
} from "../../../runtime_static/static/runtime/messages.js";

const bytes = new Uint8Array([1, 2, 3]);
const image = {
  type: "image", id: 1, kind: "figure", mime: "image/png", bytes, width: 640, height: 480, label: "Figure 1", key: "figure-1",
};
const PAGE = [
  {
    type: "run", id: 1, main: "main.py", files: [{ path: "main.py", bytes }], columns: 46,
    wheels: [{ name: "ruamel-yaml", sha256: "0123456789abcdef".repeat(4), size: 25_560 }], packages: ["numpy"],
  },
  { type: "input", id: 1, text: "Ada" },
  { type: "cancel-input", id: 1 },
  { type: "event", id: 1, drawing: 1, kind: "press", key: "", x: -3.5, y: 4, button: 1 },
  { type: "event", id: 1, drawing: 2, kind: "keydown", key: "Up", x: 0, y: 0, button: 0 },
  { type: "stop", id: 1 },
  { type: "kill", id: 1 },
  { type: "ack", bytes: 12 },
  {
    type: "observe", id: 2, main: "main.py", files: [{ path: "main.py", bytes }], steps: "[]",
    wheels: [{ name: "ruamel-yaml", sha256: "0123456789abcdef".repeat(4), size: 25_560 }], packages: ["numpy"],
  },
  { type: "prepare-judge" },
  { type: "judge", id: 1, request: "{}" },
];
const explanation = {
  title: "`nmae` is not defined. Did you mean `name`?", text: "Python does not know it.", hint: "Write `name`.", path: "main.py", line: 3, column: 7,
};
const traceback = {
  type: "traceback", id: 1, text: "Traceback", summary: "NameError", frames: [{ path: "main.py", line: 3, name: "f" }], explanation,
};
const RUN_EVENTS = [
  { type: "packages", id: 1, text: "Loading numpy 2.9 MB" },
  { type: "started", id: 1 },
  image,
  { type: "drawing", id: 1, drawing: 1, bytes },
  { type: "drawing-image", id: 1, drawing: 1, image: 3, mime: "image/gif", bytes },
  { type: "input-request", id: 1 },
  traceback,
  { type: "files", id: 1, changed: [{ path: "a/b.txt", bytes }], deleted: ["c.txt"] },
  { type: "observation", id: 2, step: "greets/1", report: "{}" },
  { type: "judged", id: 1, answer: "{}" },
  { type: "judge-failed", id: 1, detail: "It did not answer." },
  { type: "done", id: 1, outcome: "finished", message: "", ms: 3.5 },
];
const FRAME = [
  ...RUN_EVENTS,
  { type: "boot", phase: "ready", detail: "" },
  { type: "output", id: 1, stream: "stdout", text: "hello\n" },
];
const WORKER = [...RUN_EVENTS, { type: "alive" }, { type: "ready" }, { type: "data" }, { type: "closed" }, { type: "boot-failed", detail: "x" }]
  .map((message) => ({ barrier: 0, message }));

const NONSENSE = [
  undefined, null, true, -1, 1.5, NaN, Infinity, 2 ** 60, "", "../x", "\u0000", "x".repeat(300_000), [], {}, [1], () => 1, Symbol("s"),
  new Date(), new Map(), new Uint16Array(2), new ArrayBuffer(3), { path: "/etc/passwd", bytes }, [{ path: "a" }], "__proto__",
];

/** Every message with one field replaced by nonsense or taken away. @param {any[]} messages */
function* broken(messages) {
  for (const message of messages) {
    for (const field of Object.keys(message)) {
      const { [field]: known, ...rest } = message;
      yield { message: rest, field, value: undefined, known };
      for (const value of NONSENSE) yield { message: { ...message, [field]: value }, field, value, known };
    }
  }
}

/** Whether replacing a field gave another proper message after all. @param {string} field @param {any} value @param {any} known */
function isProper(field, value, known) {
  if (["text", "detail", "message", "summary", "step", "steps", "report", "request", "answer"].includes(field)) return typeof value === "string";
  if (field === "key" && known !== "figure-1") return typeof value === "string" && value.length < 20 && !value.includes("/");
  if (field === "x" || field === "y") return Number.isFinite(value) && Math.abs(value) <= LIMITS.coordinate;
  if (field === "main") return isProjectPath(value);
  if (field === "explanation") return value === null;
  if (field === "ms") return Number.isFinite(value) && value >= 0;
  return Array.isArray(known) && Array.isArray(value) && value.length === 0;
}

test("every proper message passes unchanged", () => {
  for (const message of PAGE) assert.deepEqual(readPageMessage(message), message);
  for (const message of FRAME) assert.deepEqual(readFrameMessage(message), message);
  for (const message of WORKER) assert.deepEqual(readWorkerMessage(message), message);
});

test("what comes through is a fresh object without unknown fields", () => {
  const read = /** @type {any} */ (readPageMessage({
    ...PAGE[0], extra: 1, files: [{ path: "main.py", bytes, executable: true }],
  }));

  assert.deepEqual(read, PAGE[0]);
});

test("an explanation may be missing, and is copied field by field", () => {
  const read = (/** @type {any} */ value) => /** @type {any} */ (readFrameMessage({ ...traceback, explanation: value }));

  assert.equal(read(null).explanation, null);
  assert.deepEqual(read({ ...explanation, path: "", line: 0, column: 0 }).explanation.path, "");
  assert.deepEqual(read({ ...explanation, html: "<b>" }).explanation, explanation);
});

test("an explanation has bounds and a place inside the project", () => {
  const wrong = [
    { ...explanation, title: "x".repeat(LIMITS.explanationTitle + 1) },
    { ...explanation, text: "x".repeat(LIMITS.explanationText + 1) },
    { ...explanation, hint: ["x"] }, { ...explanation, path: "../x" }, { ...explanation, line: -1 }, { ...explanation, column: 0.5 },
    { title: "x" }, undefined,
  ];
  for (const value of wrong) assert.equal(readFrameMessage({ ...traceback, explanation: value }), null, JSON.stringify(value));
});

test("fuzzed messages: accepted 0", () => {
  let tried = 0;
  let accepted = 0;
  for (const [read, messages] of /** @type {[Function, any[]][]} */ ([[readPageMessage, PAGE], [readFrameMessage, FRAME]])) {
    for (const { message, field, value, known } of broken(messages)) {
      if (isProper(field, value, known)) continue;
      tried += 1;
      if (read(message) !== null) accepted += 1;
    }
  }

  assert.ok(tried > 500, `${tried} tried`);
  assert.equal(accepted, 0);
});

test("messages of another direction are refused", () => {
  for (const message of FRAME) assert.equal(readPageMessage(message), null);
  for (const message of PAGE) assert.equal(readFrameMessage(message), null);
  assert.deepEqual(readWorkerMessage({ barrier: 3, message: FRAME.at(-1) }), { barrier: 3, message: null }, "text goes through the ring");
  for (const message of FRAME) assert.equal(readWorkerMessage(message), null);
});

test("names of object methods are no message types", () => {
  for (const type of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
    assert.equal(readPageMessage({ type }), null);
    assert.equal(readFrameMessage({ type, id: 1 }), null);
  }
});

test("sizes have bounds", () => {
  const large = { path: "a.bin", bytes: new Uint8Array(LIMITS.keptFileBytes + 1) };
  assert.equal(readFrameMessage({ type: "files", id: 1, changed: [large], deleted: [] }), null);
  assert.equal(readFrameMessage({ type: "output", id: 1, stream: "stdout", text: "x".repeat(LIMITS.outputCharacters + 1) }), null);
  assert.equal(readPageMessage({ type: "input", id: 1, text: "x".repeat(LIMITS.inputCharacters + 1) }), null);
  assert.equal(readFrameMessage({ ...image, label: "Figure 1<b>" }), null);
  assert.equal(readFrameMessage({ type: "drawing", id: 1, drawing: LIMITS.drawings + 1, bytes }), null);
  assert.equal(readFrameMessage({ type: "drawing", id: 1, drawing: 1, bytes: new Uint8Array(LIMITS.drawingBytes + 1) }), null);
  const drawn = { type: "drawing-image", id: 1, drawing: 1, image: 1, mime: "image/png" };
  assert.equal(readFrameMessage({ ...drawn, bytes: new Uint8Array(LIMITS.drawingImageBytes + 1) }), null);
  assert.equal(readFrameMessage({ ...drawn, mime: "image/svg+xml", bytes }), null);
});

test("project paths stay inside the project", () => {
  for (const path of ["main.py", "a/b/c.txt", "Ünï cödé 👋.py", ".hidden", "a..b"]) assert.ok(isProjectPath(path), path);
  for (const path of ["", "/a", "a/", "a//b", "../a", "a/../b", ".", "a\\b", "a\u0000b", "a\nb", "\ud800", "x".repeat(256)]) {
    assert.ok(!isProjectPath(path), JSON.stringify(path));
  }
});

test("the greeting and its answer carry the version", () => {
  assert.ok(isConnect({ type: "connect", version: PROTOCOL_VERSION }));
  assert.ok(!isConnect({ type: "connect", version: PROTOCOL_VERSION + 1 }));
  assert.ok(isHello({ type: "hello", version: PROTOCOL_VERSION, frame: "a" }));
  assert.ok(!isHello({ type: "hello", version: PROTOCOL_VERSION }));
  assert.ok(!isHello("hello"));
  assert.ok(isFetchedAhead({ ...FETCHED_AHEAD }));
  assert.ok(!isFetchedAhead({ ...FETCHED_AHEAD, type: "hello" }));
  assert.ok(!isFetchedAhead(null));
});
