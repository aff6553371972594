// Page and frame find each other. Node has no windows; event targets and message channels of its own stand in their place.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { PROTOCOL_VERSION } from "../../../runtime_static/static/runtime/messages.js";
import { Runner } from "../../../runtime_static/static/runtime/runner/runner.js";

const ORIGIN = "http://run.localhost:8000";
const page = new EventTarget();
Object.assign(globalThis, {
  addEventListener: page.addEventListener.bind(page), removeEventListener: page.removeEventListener.bind(page),
});
/** @type {Runner[]} */
const runners = [];
afterEach(() => runners.splice(0).forEach((runner) => runner.dispose()));

/** A page with a frame in it. @param {{greetingPatience?: number}} [options] milliseconds */
function pageWithFrame(options) {
  /** @type {MessagePort[]} */
  const ports = [];
  const contentWindow = { postMessage: (/** @type {unknown} */ _data, /** @type {string} */ _to, /** @type {MessagePort[]} */ [port]) => ports.push(port) };
  const runner = new Runner(options);
  runners.push(runner);
  const iframe = Object.assign(new EventTarget(), { src: `${ORIGIN}/frame/open/`, contentWindow });
  runner.attach(/** @type {any} */ (iframe));
  const load = () => iframe.dispatchEvent(new Event("load"));
  const greet = (/** @type {unknown} */ frame, origin = ORIGIN) => {
    const data = { type: "hello", version: PROTOCOL_VERSION, frame };
    page.dispatchEvent(Object.assign(new Event("message"), { data, origin, source: contentWindow }));
  };
  return { runner, ports, greet, load };
}

test("greetings that were queued while the page was busy are answered once", () => {
  const { ports, greet } = pageWithFrame();

  greet("first");
  greet("first");
  greet("first");

  assert.equal(ports.length, 1);
  ports.forEach((port) => port.close());
});

test("a frame that was loaded again is answered again", () => {
  const { ports, greet } = pageWithFrame();

  greet("first");
  greet("second");

  assert.equal(ports.length, 2);
  ports.forEach((port) => port.close());
});

test("greetings of other origins, or of no shape, are not answered", () => {
  const { ports, greet } = pageWithFrame();

  greet("first", "https://evil.example");
  greet(undefined);
  greet({ toString: () => "first" });

  assert.equal(ports.length, 0);
});

/** @param {Runner} runner @returns {string[]} its states from now on */
function statesOf(runner) {
  /** @type {string[]} */
  const states = [];
  runner.addEventListener("state", (event) => states.push(/** @type {CustomEvent} */ (event).detail.text));
  return states;
}

const later = () => new Promise((resolve) => setTimeout(resolve, 60));

test("a frame that the browser could not load is said, and loaded again when asked", async () => {
  const { runner, ports, greet, load } = pageWithFrame({ greetingPatience: 20 });
  const states = statesOf(runner);

  load();
  await later();
  assert.deepEqual([states, runner.bootFailed], [["Failed"], true]);

  runner.retry();
  load();
  greet("second");
  await later();
  assert.deepEqual([states, runner.bootFailed], [["Failed", "Loading Python"], false]);
  ports.forEach((port) => port.close());
});

test("a frame that greets before it has loaded is there", async () => {
  const { runner, ports, greet, load } = pageWithFrame({ greetingPatience: 20 });
  const states = statesOf(runner);

  greet("first");
  load();
  await later();

  assert.deepEqual(states, []);
  ports.forEach((port) => port.close());
});

test("Run tries to load a missing frame again, and says when it is missing still", async () => {
  const { runner, load } = pageWithFrame({ greetingPatience: 20 });
  load();
  await later();
  /** @type {string[]} */
  const messages = [];
  runner.addEventListener("done", (event) => messages.push(/** @type {CustomEvent} */ (event).detail.message));

  runner.run({ main: "main.py", files: [] });
  load();
  await later();

  assert.deepEqual([messages, runner.busy], [["Python could not be loaded."], false]);
});
