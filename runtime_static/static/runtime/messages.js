// The shapes of every message between page, frame and worker. This file is the authority; it imports nothing.
//
// A reader takes a value that arrived from another origin or from a worker in which a student's program runs, and
// gives a fresh object that holds just the known fields, or null. Whatever is null must be dropped.

export const PROTOCOL_VERSION = 1;

/** States of a run, and their wording on the page. */
export const RUN_STATES = Object.freeze({
  loading: "Loading Python",
  packages: "Loading packages",
  ready: "Ready",
  running: "Running",
  waiting: "Waiting for input",
  finished: "Finished",
  failed: "Failed",
  stopped: "Stopped",
});

/** Bounds that every side keeps to; sizes in bytes or characters. */
export const LIMITS = Object.freeze({
  pathCharacters: 255,
  inputCharacters: 64 * 1024,
  outputCharacters: 256 * 1024,
  keptFileBytes: 5 * 1024 * 1024,
  keptFiles: 200,
  sentFileBytes: 16 * 1024 * 1024,
  sentFiles: 1000,
  imageBytes: 16 * 1024 * 1024,
  imageSide: 20_000,
  drawings: 20,
  drawingBytes: 4 * 1024 * 1024,
  drawingImageBytes: 4 * 1024 * 1024,
  drawingImages: 1_000_000,
  coordinate: 1e6,
  tracebackCharacters: 200_000,
  tracebackFrames: 100,
  explanationTitle: 600,
  explanationText: 2_400,
  explanationHint: 1_600,
  sentenceCharacters: 2_000,
  fewestColumns: 20,
  mostColumns: 200,
  wheels: 100,
  wheelBytes: 40 * 1024 * 1024,
  packageCharacters: 100,
  addressCharacters: 2_000,
  stepCharacters: 200,
  stepsCharacters: 16 * 1024 * 1024,
  observationCharacters: 4 * 1024 * 1024,
  judgeCharacters: 32 * 1024 * 1024,
});

/**
 * @typedef {{path: string, bytes: Uint8Array}} ProjectFile
 * @typedef {{path: string, line: number, name: string}} TracebackFrame
 * @typedef {{title: string, text: string, hint: string, path: string, line: number, column: number}} Explanation an error
 *   in plain words; code stands between backticks. `path` is empty, and line and column (from 1) are 0, when unknown.
 * @typedef {"stdout" | "stderr"} OutputStream
 * @typedef {"finished" | "failed" | "stopped" | "crashed"} Outcome
 *
 * Page to window of the frame, once, with a MessagePort:
 * @typedef {{type: "connect", version: number}} ConnectMessage
 * Frame to its parent, until it is connected; says nothing but that the frame listens:
 * @typedef {{type: "hello", version: number, frame: string}} HelloMessage `frame` names this loading of the frame
 *
 * Page to frame. An `ack` counts the characters of output and the bytes of images that the page has dealt with.
 * A run's `wheels` are installed before it starts, and the `packages` of this server that they need are loaded.
 * @typedef {{name: string, sha256: string, size: number}} Wheel `size` in bytes
 * @typedef {{type: "run", id: number, main: string, files: ProjectFile[], columns: number, wheels: Wheel[],
 *   packages: string[]}} RunMessage `columns` is how many characters fit into a line of the console
 * @typedef {{type: "input", id: number, text: string}} InputMessage
 * @typedef {{type: "stop", id: number}} StopMessage
 * @typedef {{type: "ack", bytes: number}} AckMessage
 * What a person does on a drawing; `key` as X11 names it, coordinates as in the drawing's operations.
 * @typedef {{type: "event", id: number, drawing: number, kind: "press" | "release" | "move" | "keydown" | "keyup",
 *   key: string, x: number, y: number, button: number}} EventMessage
 * @typedef {{type: "cancel-input", id: number}} CancelInputMessage
 * `kill` ends a program at once, where `stop` asks it to end first.
 * @typedef {{type: "kill", id: number}} KillMessage
 * Checks (docs/checks.md): `observe` has a program's steps run, which hold inputs only, and is stopped as a run is. Questions to the
 * judge have ids of their own, and go to an interpreter in which no program of anybody ever runs.
 * @typedef {{type: "observe", id: number, main: string, files: ProjectFile[], steps: string, wheels: Wheel[],
 *   packages: string[]}} ObserveMessage `steps` is JSON
 * @typedef {{type: "prepare-judge"}} PrepareJudgeMessage somebody is about to ask
 * @typedef {{type: "judge", id: number, request: string}} JudgeMessage `request` is JSON
 * @typedef {RunMessage | InputMessage | CancelInputMessage | EventMessage | StopMessage | KillMessage | AckMessage | ObserveMessage |
 *   PrepareJudgeMessage | JudgeMessage} PageMessage
 *
 * Frame to page. `boot` speaks of the interpreter that the next run will use.
 * @typedef {{type: "boot", phase: "python" | "ready" | "failed", detail: string}} BootMessage
 * @typedef {{type: "packages", id: number, text: string}} PackagesMessage
 * @typedef {{type: "started", id: number}} StartedMessage
 * @typedef {{type: "output", id: number, stream: OutputStream, text: string}} OutputMessage
 * An image with the key of an earlier one takes its place.
 * @typedef {{type: "image", id: number, kind: "figure" | "picture", mime: "image/png" | "image/gif", bytes: Uint8Array,
 *   width: number, height: number, label: string, key: string}} ImageMessage
 * Operations on a drawing, checked where they are drawn (`drawing-operations.js`), and the images that they show.
 * @typedef {{type: "drawing", id: number, drawing: number, bytes: Uint8Array}} DrawingMessage
 * @typedef {{type: "drawing-image", id: number, drawing: number, image: number, mime: "image/png" | "image/gif",
 *   bytes: Uint8Array}} DrawingImageMessage
 * @typedef {{type: "input-request", id: number}} InputRequestMessage
 * @typedef {{type: "traceback", id: number, text: string, summary: string, frames: TracebackFrame[],
 *   explanation: Explanation | null}} TracebackMessage
 * @typedef {{type: "files", id: number, changed: ProjectFile[], deleted: string[]}} FilesMessage
 * @typedef {{type: "done", id: number, outcome: Outcome, message: string, ms: number}} DoneMessage
 * What a step of a check has shown, in the order of the steps. A student's program may have made it up:
 * @typedef {{type: "observation", id: number, step: string, report: string}} ObservationMessage `report` is JSON
 * @typedef {{type: "judged", id: number, answer: string}} JudgedMessage `answer` is JSON
 * @typedef {{type: "judge-failed", id: number, detail: string}} JudgeFailedMessage
 * @typedef {BootMessage | PackagesMessage | StartedMessage | OutputMessage | ImageMessage | DrawingMessage |
 *   DrawingImageMessage | InputRequestMessage | TracebackMessage | FilesMessage | DoneMessage | ObservationMessage |
 *   JudgedMessage | JudgeFailedMessage} FrameMessage
 *
 * Page to the frame that tries an address, and its answer. `status` is 0 unless the address was read:
 * @typedef {{type: "probe", id: number, url: string}} ProbeMessage
 * @typedef {"readable" | "refused" | "silent" | "late"} ProbeResult
 * @typedef {{type: "probed", id: number, result: ProbeResult, status: number}} ProbedMessage
 *
 * Worker to frame: as frame to page, without `boot` and `output` (text goes through the ring), and these. A message with
 * `barrier` is handed on only when the text before that barrier has gone out.
 * @typedef {{type: "alive"} | {type: "ready"} | {type: "data"} | {type: "closed"} | {type: "boot-failed", detail: string}} WorkerSignal
 * @typedef {{barrier: number, message: FrameMessage | WorkerSignal}} WorkerMessage
 */

/**
 * Whether a value fits. A check of a record knows its `fields` and one of a list its `item`, so that nothing else is copied.
 * @typedef {((value: unknown) => boolean) & {fields?: Readonly<Record<string, Check>>, item?: Check}} Check
 * @typedef {Readonly<Record<string, Check>>} Shape
 */

/** @type {(value: unknown) => value is number} */
const isCount = (value) => Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0;

/** @type {(limit: number) => Check} */
const textUpTo = (limit) => (value) => typeof value === "string" && value.length <= limit;

/** @type {(...values: unknown[]) => Check} */
const oneOf = (...values) => (value) => values.includes(value);

/** @type {(limit: number) => Check} */
const bytesUpTo = (limit) => (value) => value instanceof Uint8Array && value.byteLength <= limit;

/** @type {(limit: number, check: Check) => Check} */
const listUpTo = (limit, item) =>
  Object.assign((/** @type {unknown} */ value) => Array.isArray(value) && value.length <= limit && value.every((entry) => item(entry)), { item });

/** @type {Check} */
const isImageSide = (value) => isCount(value) && value >= 1 && value <= LIMITS.imageSide;

/** @type {(limit: number) => Check} */
const countFromOne = (limit) => (value) => isCount(value) && value >= 1 && value <= limit;

/** @type {Check} */
const isCoordinate = (value) => Number.isFinite(value) && Math.abs(/** @type {number} */ (value)) <= LIMITS.coordinate;

/** Nothing, a character, or a name such as `Up`. @type {Check} */
const isKeyName = (value) => typeof value === "string" && /^(|.|\w{2,20})$/u.test(value);

const ofADrawing = { id: isCount, drawing: countFromOne(LIMITS.drawings) };

/** @type {(shape: Shape) => Check} */
const record = (fields) =>
  Object.assign((/** @type {unknown} */ value) =>
    typeof value === "object" && value !== null && !Array.isArray(value) &&
    Object.keys(fields).every((name) => Object.hasOwn(value, name) && fields[name](Reflect.get(value, name))), { fields });

/** @type {(check: Check) => Check} */
const orNull = (check) => Object.assign((/** @type {unknown} */ value) => value === null || check(value), { fields: check.fields });

/**
 * Whether `value` names a file inside a project: relative, no `..`, no backslash, no control characters.
 * @type {(value: unknown) => value is string}
 */
export function isProjectPath(value) {
  if (typeof value !== "string" || value.length === 0 || value.length > LIMITS.pathCharacters) return false;
  // eslint-disable-next-line no-control-regex -- control characters are what must be refused
  if (/[\u0000-\u001f\u007f\\]/.test(value) || !value.isWellFormed()) return false;
  return value.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

/** @type {(limit: number) => Check} */
const fileUpTo = (limit) => record({ path: isProjectPath, bytes: bytesUpTo(limit) });

const isSentence = textUpTo(LIMITS.sentenceCharacters);
const isTracebackFrame = record({ path: isProjectPath, line: isCount, name: isSentence });
const isExplanation = record({
  title: textUpTo(LIMITS.explanationTitle), text: textUpTo(LIMITS.explanationText), hint: textUpTo(LIMITS.explanationHint),
  path: (value) => value === "" || isProjectPath(value), line: isCount, column: isCount,
});

/** @type {Check} */
const isPackageName = (value) => typeof value === "string" && value.length <= LIMITS.packageCharacters && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);

const isWheel = record({
  name: isPackageName,
  sha256: (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value),
  size: (value) => isCount(value) && value <= LIMITS.wheelBytes,
});

/** @type {Readonly<Record<string, Shape>>} */
const FROM_PAGE = Object.freeze({
  run: {
    id: isCount, main: isProjectPath, files: listUpTo(LIMITS.sentFiles, fileUpTo(LIMITS.sentFileBytes)),
    columns: (value) => isCount(value) && value >= LIMITS.fewestColumns && value <= LIMITS.mostColumns,
    wheels: listUpTo(LIMITS.wheels, isWheel), packages: listUpTo(LIMITS.wheels, isPackageName),
  },
  input: { id: isCount, text: textUpTo(LIMITS.inputCharacters) },
  "cancel-input": { id: isCount },
  event: {
    ...ofADrawing, kind: oneOf("press", "release", "move", "keydown", "keyup"), key: isKeyName,
    x: isCoordinate, y: isCoordinate, button: oneOf(0, 1, 2, 3),
  },
  stop: { id: isCount },
  kill: { id: isCount },
  ack: { bytes: isCount },
  observe: {
    id: isCount, main: isProjectPath, files: listUpTo(LIMITS.sentFiles, fileUpTo(LIMITS.sentFileBytes)),
    steps: textUpTo(LIMITS.stepsCharacters),
    wheels: listUpTo(LIMITS.wheels, isWheel), packages: listUpTo(LIMITS.wheels, isPackageName),
  },
  "prepare-judge": {},
  judge: { id: isCount, request: textUpTo(LIMITS.judgeCharacters) },
});

/** @type {Readonly<Record<string, Shape>>} */
const OF_A_RUN = Object.freeze({
  packages: { id: isCount, text: isSentence },
  started: { id: isCount },
  image: {
    id: isCount, kind: oneOf("figure", "picture"), mime: oneOf("image/png", "image/gif"),
    bytes: bytesUpTo(LIMITS.imageBytes), width: isImageSide, height: isImageSide,
    label: (value) => typeof value === "string" && /^(Figure|Image) [1-9]\d{0,6}$/.test(value),
    key: (value) => typeof value === "string" && /^[a-z]+-\d{1,9}$/.test(value),
  },
  drawing: { ...ofADrawing, bytes: bytesUpTo(LIMITS.drawingBytes) },
  "drawing-image": {
    ...ofADrawing, image: countFromOne(LIMITS.drawingImages), mime: oneOf("image/png", "image/gif"),
    bytes: bytesUpTo(LIMITS.drawingImageBytes),
  },
  "input-request": { id: isCount },
  traceback: {
    id: isCount, text: textUpTo(LIMITS.tracebackCharacters), summary: isSentence,
    frames: listUpTo(LIMITS.tracebackFrames, isTracebackFrame),
    explanation: orNull(isExplanation),
  },
  files: {
    id: isCount, changed: listUpTo(LIMITS.keptFiles, fileUpTo(LIMITS.keptFileBytes)),
    deleted: listUpTo(LIMITS.sentFiles, isProjectPath),
  },
  observation: { id: isCount, step: textUpTo(LIMITS.stepCharacters), report: textUpTo(LIMITS.observationCharacters) },
  judged: { id: isCount, answer: textUpTo(LIMITS.judgeCharacters) },
  "judge-failed": { id: isCount, detail: isSentence },
  done: {
    id: isCount, outcome: oneOf("finished", "failed", "stopped", "crashed"), message: isSentence,
    ms: (value) => Number.isFinite(value) && /** @type {number} */ (value) >= 0,
  },
});

/** @type {Readonly<Record<string, Shape>>} */
const FROM_FRAME = Object.freeze({
  ...OF_A_RUN,
  boot: { phase: oneOf("python", "ready", "failed"), detail: isSentence },
  output: { id: isCount, stream: oneOf("stdout", "stderr"), text: textUpTo(LIMITS.outputCharacters) },
});

/** @type {Readonly<Record<string, Shape>>} */
const FROM_WORKER = Object.freeze({ ...OF_A_RUN, alive: {}, ready: {}, data: {}, closed: {}, "boot-failed": { detail: isSentence } });

/** @type {Check} */
const isAddress = (value) =>
  typeof value === "string" && value.length <= LIMITS.addressCharacters && value.startsWith("https://") && URL.canParse(value);

/** @type {Readonly<Record<string, Shape>>} */
const TO_PROBE = Object.freeze({ probe: { id: isCount, url: isAddress } });

/** @type {Readonly<Record<string, Shape>>} */
const FROM_PROBE = Object.freeze({
  probed: {
    id: isCount, result: oneOf("readable", "refused", "silent", "late"),
    status: (value) => isCount(value) && /** @type {number} */ (value) <= 999,
  },
});

/** What stands inside lists is copied too, so that nothing unknown travels on. @type {(value: any, check: Check) => unknown} */
function copyOf(value, { item, fields }) {
  if (value === null) return value;
  if (item) return value.map((/** @type {unknown} */ entry) => copyOf(entry, item));
  if (fields) return Object.fromEntries(Object.keys(fields).map((name) => [name, copyOf(value[name], fields[name])]));
  return value;
}

/** @type {(value: unknown, shapes: Readonly<Record<string, Shape>>) => any} */
function read(value, shapes) {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "type")) return null;
  const type = Reflect.get(value, "type");
  if (typeof type !== "string" || !Object.hasOwn(shapes, type) || !record(shapes[type])(value)) return null;
  const fields = Object.entries(shapes[type]).map(([name, check]) => [name, copyOf(Reflect.get(value, name), check)]);
  return { type, ...Object.fromEntries(fields) };
}

/** @param {unknown} value @returns {PageMessage | null} what the page may tell the frame */
export function readPageMessage(value) {
  return read(value, FROM_PAGE);
}

/** @param {unknown} value @returns {FrameMessage | null} what the frame may tell the page */
export function readFrameMessage(value) {
  return read(value, FROM_FRAME);
}

/** @param {unknown} value @returns {ProbeMessage | null} what a page may ask the frame that tries addresses */
export function readProbeMessage(value) {
  return read(value, TO_PROBE);
}

/** @param {unknown} value @returns {ProbedMessage | null} what that frame may answer */
export function readProbedMessage(value) {
  return read(value, FROM_PROBE);
}

/**
 * What a worker may tell the frame; nothing in it is to be believed. A message that does not fit comes out as null beside
 * its barrier, so that the text behind the barrier does not wait for it.
 * @param {unknown} value @returns {{barrier: number, message: WorkerMessage["message"] | null} | null}
 */
export function readWorkerMessage(value) {
  if (typeof value !== "object" || value === null || !isCount(Reflect.get(value, "barrier"))) return null;
  return { barrier: Reflect.get(value, "barrier"), message: read(Reflect.get(value, "message"), FROM_WORKER) };
}

/** @param {unknown} value @returns {boolean} whether this is the one message that a page posts to the frame's window */
export function isConnect(value) {
  return record({ type: oneOf("connect"), version: oneOf(PROTOCOL_VERSION) })(value);
}

/** At the end of the frame page's address when it shall only fetch ahead. */
export const AHEAD_FRAGMENT = "#ahead";

/** What the frame page posts once it has fetched everything ahead. It holds nothing that anybody may not know. */
export const FETCHED_AHEAD = Object.freeze({ type: "fetched-ahead", version: PROTOCOL_VERSION });

/** @param {unknown} value @returns {boolean} whether a frame says that it has fetched everything ahead */
export function isFetchedAhead(value) {
  return record({ type: oneOf(FETCHED_AHEAD.type), version: oneOf(PROTOCOL_VERSION) })(value);
}

/** @param {unknown} value @returns {value is HelloMessage} whether a frame says that it listens */
export function isHello(value) {
  return record({ type: oneOf("hello"), version: oneOf(PROTOCOL_VERSION), frame: textUpTo(64) })(value);
}
