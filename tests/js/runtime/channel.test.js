// The ring with real shared memory and a real second thread.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Worker } from "node:worker_threads";

import { EVENT_SLOTS, createChannel } from "../../../runtime_static/static/runtime/channel.js";
import { ChannelError, FrameChannel } from "../../../runtime_static/static/runtime/frame-channel.js";
import { WorkerChannel } from "../../../runtime_static/static/runtime/worker-channel.js";

const CHANNEL = new URL("../../../runtime_static/static/runtime/worker-channel.js", import.meta.url).href;
const encoder = new TextEncoder();

/** @param {number} [ringBytes] */
function pair(ringBytes) {
  const buffers = createChannel(ringBytes);
  let pokes = 0;
  const worker = new WorkerChannel(buffers, () => { pokes += 1; });
  return { buffers, worker, frame: new FrameChannel(buffers), pokes: () => pokes };
}

/** @param {FrameChannel} frame */
function readAll(frame) {
  const segments = [];
  for (let segment = frame.next(); segment; segment = frame.next()) segments.push(segment);
  return segments;
}

/** @param {FrameChannel} frame @returns {string} */
const readText = (frame) => readAll(frame).map((segment) => ("text" in segment ? segment.text : "")).join("");

/** @param {string} body runs in another thread with `channel` @param {object} data */
function inThread(body, data) {
  const source = `
    import { parentPort, workerData } from "node:worker_threads";
    import { WorkerChannel } from ${JSON.stringify(CHANNEL)};
    const channel = new WorkerChannel(workerData.buffers, () => {});
    const encoder = new TextEncoder();
    ${body}`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), { workerData: data });
}

/** @param {() => boolean} condition */
async function until(condition) {
  for (let i = 0; i < 1000 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.ok(condition());
}

test("text of one stream comes out joined, streams and barriers in order", () => {
  const { worker, frame } = pair();

  worker.write("stdout", encoder.encode("a"));
  worker.write("stdout", encoder.encode("b\n"));
  worker.write("stderr", encoder.encode("c"));
  const first = worker.barrier();
  worker.write("stdout", encoder.encode("d"));

  assert.deepEqual(readAll(frame), [
    { stream: "stdout", text: "ab\n" },
    { stream: "stderr", text: "c" },
    { barrier: first },
    { stream: "stdout", text: "d" },
  ]);
});

test("a character that is cut between two writes arrives whole", () => {
  const { worker, frame } = pair();
  const bytes = encoder.encode("👋");

  worker.write("stdout", bytes.subarray(0, 2));
  assert.equal(readText(frame), "");
  worker.write("stdout", bytes.subarray(2));

  assert.deepEqual(readAll(frame), [{ stream: "stdout", text: "👋" }]);
});

test("the ring goes round many times without losing a byte", () => {
  const { worker, frame } = pair(1024);
  let sent = "";
  let received = "";

  for (let i = 0; i < 3000; i++) {
    const line = `${"x".repeat(i % 97)}${i}é\n`;
    sent += line;
    worker.write("stdout", encoder.encode(line));
    if (i % 5 === 0) received += readText(frame);
  }
  received += readText(frame);

  assert.equal(received, sent);
});

test("counters survive the step past 2^31", () => {
  const { worker, frame, buffers } = pair(1024);
  const nearEnd = 0x7fffffff & ~1023;
  [worker.head, frame.tail] = [nearEnd, nearEnd];
  new Int32Array(buffers.control).set([nearEnd, nearEnd]);
  let received = "";

  for (let i = 0; i < 200; i++) {
    worker.write("stdout", encoder.encode(`line ${i};`));
    received += readText(frame);
  }

  assert.equal(received.split(";").length, 201);
  assert.ok(frame.tail < 0);
});

test("the frame is told once until it looks again", () => {
  const { worker, frame, pokes } = pair();

  worker.write("stdout", encoder.encode("a"));
  worker.write("stdout", encoder.encode("b"));
  assert.equal(pokes(), 1);
  frame.armPoke();
  worker.write("stdout", encoder.encode("c"));

  assert.equal(pokes(), 2);
});

test("a full ring makes the writer wait, and nothing is lost", async () => {
  const buffers = createChannel(4096);
  const frame = new FrameChannel(buffers);
  const control = new Int32Array(buffers.control);
  const thread = inThread(
    'for (let i = 0; i < 5000; i++) channel.write("stdout", encoder.encode(`line ${i}\\n`)); parentPort.postMessage("done");',
    { buffers },
  );
  let done = false;
  thread.on("message", () => { done = true; });

  await until(() => control[0] > 4000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(!done, "the writer must wait while nobody reads");
  let text = "";
  await until(() => {
    text += readText(frame);
    return done && !frame.hasMore;
  });

  const lines = text.trim().split("\n");
  assert.equal(lines.length, 5000);
  assert.equal(lines[4999], "line 4999");
  await thread.terminate();
});

test("a stop frees a writer that waits for space", async () => {
  const buffers = createChannel(65_536);
  const frame = new FrameChannel(buffers);
  const thread = inThread(
    'channel.write("stdout", new Uint8Array(100_000)); parentPort.postMessage(channel.stopped);', { buffers },
  );
  const answer = new Promise((resolve) => thread.once("message", resolve));

  await until(() => frame.hasMore);
  frame.stop();

  assert.equal(await answer, true);
  await thread.terminate();
});

test("typed text reaches a waiting program; a stop refuses it", async () => {
  const buffers = createChannel();
  const frame = new FrameChannel(buffers);
  const thread = inThread(
    'for (let i = 0; i < 2; i++) parentPort.postMessage(channel.readInput(() => parentPort.postMessage("asked")));',
    { buffers },
  );
  const messages = /** @type {unknown[]} */ ([]);
  thread.on("message", (message) => messages.push(message));

  assert.equal(frame.giveInput("too early"), false);
  await until(() => messages.length === 1);
  assert.equal(frame.giveInput("Zoë 👋"), true);
  await until(() => messages.length === 3);
  frame.stop();
  await until(() => messages.length === 4);

  assert.deepEqual(messages, ["asked", "Zoë 👋", "asked", null]);
  assert.equal(new Uint8Array(buffers.interrupt)[0], 2);
  await thread.terminate();
});

test("typed text can be refused, and the program goes on", async () => {
  const buffers = createChannel();
  const frame = new FrameChannel(buffers);
  const thread = inThread(
    `parentPort.postMessage(channel.readInput(() => parentPort.postMessage("asked")));
     parentPort.postMessage(channel.stopped);`,
    { buffers },
  );
  const messages = /** @type {unknown[]} */ ([]);
  thread.on("message", (message) => messages.push(message));

  assert.equal(frame.refuseInput(), false, "nobody asks yet");
  await until(() => messages.length === 1);
  assert.equal(frame.refuseInput(), true);
  await until(() => messages.length === 3);

  assert.deepEqual(messages, ["asked", null, false]);
  await thread.terminate();
});

test("events arrive in order, wake a waiting program, and none is waited for in vain", async () => {
  const buffers = createChannel();
  const frame = new FrameChannel(buffers);
  const thread = inThread(
    `parentPort.postMessage(channel.nextEvent(0));
     parentPort.postMessage("waits");
     for (let i = 0; i < 3; i++) parentPort.postMessage(channel.nextEvent(60_000));`,
    { buffers },
  );
  const messages = /** @type {unknown[]} */ ([]);
  thread.on("message", (message) => messages.push(message));

  await until(() => messages.length === 2);
  frame.giveEvent("first ü");
  frame.giveEvent("second");
  await until(() => messages.length === 4);
  frame.stop();
  await until(() => messages.length === 5);

  assert.deepEqual(messages, [null, "waits", "first ü", "second", null]);
  await thread.terminate();
});

test("an event does not end a sleep", async () => {
  const buffers = createChannel();
  const frame = new FrameChannel(buffers);
  const thread = inThread(
    `const begun = performance.now();
     parentPort.postMessage("sleeps");
     channel.sleep(300);
     parentPort.postMessage(performance.now() - begun >= 299);`,
    { buffers },
  );
  const messages = /** @type {unknown[]} */ ([]);
  thread.on("message", (message) => messages.push(message));
  await until(() => messages.length === 1);

  frame.giveEvent("x");
  await until(() => messages.length === 2);

  assert.deepEqual(messages, ["sleeps", true]);
  await thread.terminate();
});

test("events that nobody takes are dropped, and later ones come through all the same", () => {
  const { worker, frame } = pair();

  const given = Array.from({ length: EVENT_SLOTS + 5 }, (_, i) => frame.giveEvent(`event ${i}`));
  assert.equal(given.filter(Boolean).length, EVENT_SLOTS);
  assert.equal(frame.giveEvent("x".repeat(300)), false);
  for (let i = 0; i < EVENT_SLOTS; i++) assert.equal(worker.nextEvent(0), `event ${i}`);
  assert.equal(worker.nextEvent(0), null);
  assert.equal(frame.giveEvent("again"), true);

  assert.equal(worker.nextEvent(0), "again");
});

test("a stop ends a long sleep at once", async () => {
  const buffers = createChannel();
  const frame = new FrameChannel(buffers);
  const thread = inThread('parentPort.postMessage("sleeping"); channel.sleep(60_000); parentPort.postMessage("awake");', { buffers });
  const messages = /** @type {unknown[]} */ ([]);
  thread.on("message", (message) => messages.push(message));
  await until(() => messages.length === 1);

  const begun = performance.now();
  frame.stop();
  await until(() => messages.length === 2);

  assert.ok(performance.now() - begun < 5_000);
  await thread.terminate();
});

test("nonsense in shared memory is refused, whatever stands there", () => {
  let seed = 12345;
  const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff);
  let refused = 0;
  for (let round = 0; round < 300; round++) {
    const { frame, buffers } = pair(1024);
    const ring = new Int32Array(buffers.ring);
    for (let i = 0; i < ring.length; i++) ring[i] = random() << 1;
    new Int32Array(buffers.control)[0] = random() % 3000;
    try {
      readAll(frame);
    } catch (error) {
      assert.ok(error instanceof ChannelError);
      refused += 1;
    }
  }

  assert.ok(refused > 250);
});
