import assert from "node:assert/strict";
import { test } from "node:test";

import { LiveLint } from "../../../runtime_static/static/lint/live-lint.js";

/** Records what is sent, and says what it is told to. */
class Wire {
  constructor() {
    /** @type {any[]} */
    this.sent = [];
    this.terminated = false;
    /** @type {Record<string, (event: any) => void>} */
    this.listeners = {};
  }

  /** @param {string} name @param {(event: any) => void} listener */
  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }

  /** @param {any} message */
  postMessage(message) {
    this.sent.push(message);
  }

  terminate() {
    this.terminated = true;
  }

  /** @param {any} data */
  says(data) {
    this.listeners.message({ data });
  }
}

function setUp() {
  /** @type {Wire[]} */
  const wires = [];
  /** @type {string[]} */
  const notes = [];
  const start = () => {
    const wire = new Wire();
    wires.push(wire);
    return wire;
  };
  const lint = new LiveLint({ ruff: "http://north.localhost/vendor/ruff.js" }, start, (note) => notes.push(note));
  return { lint, wires, notes };
}

const PROBLEM = { from: 0, to: 1, severity: /** @type {const} */ ("error"), code: "F821", message: "`x` is not defined." };

test("nothing is loaded until it is time, and then what was asked is answered", async () => {
  const { lint, wires } = setUp();
  const answer = lint.check("x", ["game"]);
  assert.equal(wires.length, 0);

  lint.begin();
  const [{ ruff }, { id, text, modules }] = wires[0].sent;
  wires[0].says({ type: "ready" });
  wires[0].says({ type: "problems", id, problems: [PROBLEM] });

  assert.deepEqual([ruff, text, modules], ["http://north.localhost/vendor/ruff.js", "x", ["game"]]);
  assert.deepEqual(await answer, [PROBLEM]);
});

test("the answer to an old text is dropped", async () => {
  const { lint, wires } = setUp();
  lint.begin();
  const old = lint.check("x", []);
  const current = lint.check("xy", []);
  const [first, second] = wires[0].sent.slice(1);

  wires[0].says({ type: "problems", id: first.id, problems: [PROBLEM] });
  wires[0].says({ type: "problems", id: second.id, problems: [] });

  assert.equal(await old, null);
  assert.deepEqual(await current, []);
});

test("a worker that did not load is quiet, and tried again when asked to", async () => {
  const { lint, wires, notes } = setUp();
  const answer = lint.check("x", []);
  lint.begin();

  wires[0].listeners.error({ message: "no network" });
  const later = lint.check("x", []);
  assert.equal(wires.length, 1);
  lint.begin();

  assert.equal(await answer, null);
  assert.equal(wires[0].terminated, true);
  assert.deepEqual(notes, ["Live lint: no network"]);
  wires[1].says({ type: "problems", id: wires[1].sent[1].id, problems: [] });
  assert.deepEqual(await later, []);
});

test("a text on which Ruff breaks is given up; the next one gets a new worker, three times", async () => {
  const { lint, wires } = setUp();
  lint.begin();
  wires[0].says({ type: "ready" });

  for (const text of ["a", "b", "c", "d"]) {
    const answer = lint.check(text, []);
    wires.at(-1)?.says({ type: "failed", detail: "unreachable" });
    if (text !== "d") assert.equal(await answer, null);
  }

  assert.equal(wires.length, 3);
});
