// The frame's conversation with its page: when there is time for what nobody waits for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Session } from "../../../runtime_static/static/runtime/frame/session.js";

const RUN = { type: "run", id: 1, main: "main.py", columns: 80, files: [], wheels: [], packages: [] };

/** A session whose interpreters do what the test says. */
function session() {
  /** @type {any} */
  const port = { postMessage() {} };
  /** @type {any[]} */
  const born = [];
  const rests = { count: 0 };
  const make = (/** @type {any} */ hooks) => {
    const interpreter = { phase: "booting", hooks, run() { this.phase = "running"; }, end() { this.phase = "ended"; } };
    born.push(interpreter);
    return /** @type {any} */ (interpreter);
  };
  new Session(port, make, { spare: false, resting: () => { rests.count += 1; } });
  const becomeReady = () => {
    born.at(-1).phase = "ready";
    born.at(-1).hooks.ready();
  };
  return { port, born, rests, becomeReady };
}

test("a session rests when Python is ready and nobody has pressed Run", () => {
  const { rests, becomeReady } = session();

  becomeReady();

  assert.equal(rests.count, 1);
});

test("while a program loads and runs a session does not rest, and afterwards it does", () => {
  const { port, born, rests, becomeReady } = session();

  port.onmessage({ data: RUN });
  becomeReady();
  assert.equal(born[0].phase, "running");
  assert.equal(rests.count, 0);

  born[0].hooks.report({ type: "done", outcome: "finished", message: "", ms: 1 });
  becomeReady();

  assert.equal(rests.count, 1);
});
