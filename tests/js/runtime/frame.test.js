// Parts of the frame that need no browser: who may embed it, and the order in which things reach the page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { createChannel } from "../../../runtime_static/static/runtime/channel.js";
import { FrameChannel } from "../../../runtime_static/static/runtime/frame-channel.js";
import { WorkerChannel } from "../../../runtime_static/static/runtime/worker-channel.js";
import { originMatches } from "../../../runtime_static/static/runtime/frame/embedder.js";
import { OutputPump, UNREAD_LIMIT } from "../../../runtime_static/static/runtime/frame/output-pump.js";

const encoder = new TextEncoder();
const settle = () => new Promise((resolve) => setTimeout(resolve, 60));

function pumped() {
  const buffers = createChannel();
  /** @type {any[]} */
  const delivered = [];
  /** @type {unknown[]} */
  const errors = [];
  const frame = new FrameChannel(buffers);
  const pump = new OutputPump(frame, { deliver: (report) => delivered.push(report), broken: (error) => errors.push(error) });
  const worker = new WorkerChannel(buffers, () => pump.poke());
  return { pump, worker, delivered, errors, buffers };
}

test("embedding origins are matched as CSP matches host sources", () => {
  const pattern = "http://*.localhost:8000";
  for (const origin of ["http://demo.localhost:8000", "http://a.b.localhost:8000"]) assert.ok(originMatches(origin, pattern), origin);
  for (const origin of [
    "http://localhost:8000", "https://demo.localhost:8000", "http://demo.localhost:8001", "http://demo.localhost",
    "http://evil.example/.localhost:8000", "http://evil@x.localhost:8000", "http://evillocalhost:8000", "null", "",
  ]) assert.ok(!originMatches(origin, pattern), origin);
  assert.ok(originMatches("http://localhost:8000", "http://localhost:8000"));
});

test("a message goes out between the text before it and the text after it", async () => {
  const { pump, worker, delivered } = pumped();

  worker.write("stdout", encoder.encode("before"));
  const barrier = worker.barrier();
  worker.write("stdout", encoder.encode("after"));
  await settle();
  assert.deepEqual(delivered.map((report) => report.text), ["before"], "the text after it has to wait for the message");
  pump.hold(barrier, { type: "image" });
  await settle();

  assert.deepEqual(delivered.map((report) => report.text ?? report.type), ["before", "image", "after"]);
});

test("the pump stops while the page has too much unread, and goes on when it reads", async () => {
  const { pump, worker, delivered } = pumped();
  const total = () => delivered.reduce((sum, report) => sum + report.text.length, 0);
  const chunk = encoder.encode("x".repeat(200_000));

  for (let i = 0; i < 4; i++) worker.write("stdout", chunk);
  await settle();
  const before = total();
  assert.ok(before >= UNREAD_LIMIT && before < UNREAD_LIMIT + 70_000, String(before));
  pump.acknowledge(before);
  await settle();

  assert.equal(total(), 800_000);
});

test("a worker that is gone leaves nothing behind, not even past a barrier whose message never came", () => {
  const { pump, worker, delivered } = pumped();
  worker.write("stdout", encoder.encode("one "));
  worker.barrier();
  worker.write("stdout", encoder.encode("two"));

  pump.close();
  worker.write("stdout", encoder.encode("three"));

  assert.deepEqual(delivered.map((report) => report.text), ["one ", "two"]);
});

test("nonsense from the worker is reported, not thrown", async () => {
  const { pump, errors, buffers } = pumped();
  new Int32Array(buffers.control)[0] = 64;

  pump.poke();
  await settle();

  assert.equal(errors.length, 1);
});
