// The page's state machine, with a frame at the other end of a real MessageChannel that says what the test wants.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { Runner } from "../../../runtime_static/static/runtime/runner/runner.js";

const PROJECT = { main: "main.py", files: [{ path: "main.py", bytes: new Uint8Array([1]) }] };
/** @type {{runner: Runner, frame: MessagePort} | null} */
let open = null;

afterEach(() => {
  open?.runner.dispose();
  open?.frame.close();
  open = null;
});

/** @param {{ready?: boolean, stopPatience?: number}} [options] */
async function connected({ ready = true, stopPatience } = {}) {
  const runner = new Runner({ stopPatience });
  const { port1, port2: frame } = new MessageChannel();
  /** @type {any[]} */
  const sent = [];
  /** @type {string[]} */
  const states = [];
  frame.onmessage = ({ data }) => sent.push(data);
  runner.addEventListener("state", (event) => {
    const { text, note } = /** @type {CustomEvent} */ (event).detail;
    states.push(note ? `${text}: ${note}` : text);
  });
  runner.connect(port1);
  open = { runner, frame };
  /** @param {...object} messages */
  const say = async (...messages) => {
    messages.forEach((message) => frame.postMessage(message));
    // What fits no shape is counted: when that has happened, all that was sent before has arrived.
    const before = runner.dropped;
    frame.postMessage("all said");
    while (runner.dropped < before + 1 && runner.port) await settle();
    await settle();
    if (runner.port) runner.dropped -= 1;
  };
  if (ready) await say({ type: "boot", phase: "ready", detail: "" });
  return { runner, frame, sent, states, say };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
const done = (/** @type {number} */ id, outcome = "finished", message = "") => ({ type: "done", id, outcome, message, ms: 1 });

test("states of a plain run", async () => {
  const { runner, sent, states, say } = await connected();

  const id = /** @type {number} */ (runner.run(PROJECT));
  await say({ type: "started", id }, { type: "output", id, stream: "stdout", text: "hi\n" }, done(id));

  assert.deepEqual(states, ["Ready", "Running", "Finished"]);
  assert.deepEqual(sent.map((message) => message.type), ["run", "ack"]);
  assert.equal(sent[1].bytes, 3);
});

test("run before Python is there waits for it", async () => {
  const { runner, states, say } = await connected({ ready: false });

  const id = /** @type {number} */ (runner.run(PROJECT));
  await say({ type: "boot", phase: "python", detail: "" });
  assert.equal(runner.state, "loading");
  await say({ type: "boot", phase: "ready", detail: "" }, { type: "started", id }, done(id));

  assert.deepEqual(states, ["Running", "Finished"]);
});

test("a run that is asked for before any frame is sent when one connects", async () => {
  const runner = new Runner();
  const { port1, port2: frame } = new MessageChannel();
  open = { runner, frame };
  /** @type {any[]} */
  const sent = [];
  frame.onmessage = ({ data }) => sent.push(data);

  const id = runner.run(PROJECT);
  runner.connect(port1);
  await settle();

  assert.deepEqual(sent, [{ type: "run", id, ...PROJECT, wheels: [], packages: [], columns: 80 }]);
});

test("run while running is refused", async () => {
  const { runner } = await connected();

  assert.equal(runner.run(PROJECT), 1);
  assert.equal(runner.run(PROJECT), null);
});

test("packages, input and what the note says", async () => {
  const { runner, sent, states, say } = await connected();
  const id = /** @type {number} */ (runner.run(PROJECT));

  assert.equal(runner.sendInput("too early"), false);
  await say({ type: "packages", id, text: "Loading numpy 2.9 MB" }, { type: "started", id }, { type: "input-request", id });
  assert.equal(runner.sendInput("Ada"), true);
  await say(done(id, "failed"));

  assert.deepEqual(states, [
    "Ready", "Running", "Loading packages: Loading numpy 2.9 MB", "Running", "Waiting for input", "Running", "Failed",
  ]);
  assert.deepEqual(sent[1], { type: "input", id, text: "Ada" });
});

test("a crash is a failure that explains itself, and the next run works", async () => {
  const { runner, states, say } = await connected();
  const first = /** @type {number} */ (runner.run(PROJECT));
  await say(done(first, "crashed", "Python crashed."));

  const second = /** @type {number} */ (runner.run(PROJECT));
  await say({ type: "started", id: second }, done(second));

  assert.deepEqual(states, ["Ready", "Running", "Failed: Python crashed.", "Running", "Finished"]);
});

test("stop is sent once, and events of another run are dropped", async () => {
  const { runner, sent, states, say } = await connected();
  const id = /** @type {number} */ (runner.run(PROJECT));
  let outputs = 0;
  runner.addEventListener("output", () => { outputs += 1; });

  runner.stop();
  runner.stop();
  await say({ type: "output", id: id + 7, stream: "stdout", text: "x" }, done(id, "stopped"), { type: "output", id, stream: "stdout", text: "late" });

  assert.deepEqual(sent.map((message) => message.type), ["run", "stop"]);
  assert.equal(outputs, 0);
  assert.deepEqual(states, ["Ready", "Running", "Stopped"]);
});

test("stop of a run that no frame has seen ends it here", () => {
  const runner = new Runner();
  runner.run(PROJECT);

  runner.stop();

  assert.equal(runner.state, "stopped");
  assert.equal(runner.busy, false);
});

test("a frame that does not answer a stop is given up", async () => {
  const { runner } = await connected({ stopPatience: 30 });
  runner.run(PROJECT);

  runner.stop();
  await new Promise((resolve) => setTimeout(resolve, 80));

  assert.equal(runner.state, "stopped");
  assert.notEqual(runner.note, "");
  assert.equal(runner.busy, false);
});

test("a new frame while a program runs ends that run", async () => {
  const { runner, states } = await connected();
  runner.run(PROJECT);

  runner.connect(new MessageChannel().port1);

  assert.match(/** @type {string} */ (states.at(-1)), /^Failed: /);
  assert.equal(runner.busy, false);
});

test("Python that cannot be loaded fails the waiting run and says why", async () => {
  const { runner, states, say } = await connected({ ready: false });
  runner.run(PROJECT);

  await say({ type: "boot", phase: "failed", detail: "Python could not be loaded." });

  assert.deepEqual(states, ["Failed: Python could not be loaded."]);
  assert.equal(runner.busy, false);
});

test("boot messages of a spare do not disturb what a finished run shows", async () => {
  const { runner, states, say } = await connected();
  const id = /** @type {number} */ (runner.run(PROJECT));

  await say({ type: "started", id }, { type: "boot", phase: "python", detail: "" }, done(id), { type: "boot", phase: "ready", detail: "" });

  assert.deepEqual(states, ["Ready", "Running", "Finished"]);
  assert.equal(runner.pythonReady, true);
});

test("what does not fit is dropped and counted", async () => {
  const { runner, say } = await connected();
  const id = runner.run(PROJECT);

  await say({ type: "done", id, outcome: "won", message: "", ms: 1 }, { type: "grade", id, points: 100 }, { nothing: 1 });

  assert.equal(runner.dropped, 3);
  assert.equal(runner.state, "running");
});

test("drawings are told and acknowledged; what a person does goes to the program that runs, and to no other", async () => {
  const { runner, sent, say } = await connected();
  /** @type {string[]} */
  const told = [];
  for (const name of ["drawing", "drawing-image"]) runner.addEventListener(name, () => told.push(name));
  const event = { drawing: 1, kind: "press", key: "", x: 1, y: 2, button: 1 };
  runner.sendEvent(event);

  const id = /** @type {number} */ (runner.run(PROJECT));
  await say(
    { type: "started", id }, { type: "drawing", id, drawing: 1, bytes: new Uint8Array(7) },
    { type: "drawing-image", id, drawing: 1, image: 1, mime: "image/gif", bytes: new Uint8Array(5) },
  );
  runner.sendEvent(event);
  await say({ type: "input-request", id });
  assert.equal(runner.cancelInput(), true);
  assert.equal(runner.cancelInput(), false);
  await settle();

  assert.deepEqual(told, ["drawing", "drawing-image"]);
  assert.deepEqual(sent.slice(1), [
    { type: "ack", bytes: 7 }, { type: "ack", bytes: 5 }, { type: "event", id, ...event }, { type: "cancel-input", id },
  ]);
});

test("steps of checks are run like a program, and only what they saw is told", async () => {
  const { runner, sent, states, say } = await connected();
  /** @type {any[]} */
  const told = [];
  for (const name of ["output", "done", "observation", "observed"]) {
    runner.addEventListener(name, (event) => told.push([name, /** @type {CustomEvent} */ (event).detail.step]));
  }

  const id = /** @type {number} */ (runner.observe({ ...PROJECT, steps: [{ id: "a/1" }] }));
  assert.equal(runner.observing, true);
  assert.equal(runner.run(PROJECT), null);
  await say(
    { type: "started", id }, { type: "output", id, stream: "stdout", text: "hi\n" }, { type: "observation", id, step: "a/1", report: "{}" },
    done(id, "crashed", "Python crashed."),
  );

  assert.deepEqual(JSON.parse(sent[0].steps), [{ id: "a/1" }]);
  assert.deepEqual(told, [["observation", "a/1"], ["observed", undefined]]);
  assert.deepEqual(states, ["Ready", "Running", "Ready"]);
});

test("a program that is to be ended at once is not asked first", async () => {
  const { runner, sent, say } = await connected();
  const id = /** @type {number} */ (runner.observe({ ...PROJECT, steps: [] }));

  runner.kill();
  await say(done(id, "stopped"));

  assert.deepEqual(sent.map((message) => message.type), ["observe", "kill"]);
  assert.equal(runner.busy, false);
});
