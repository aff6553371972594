// The frame's conversation with its page: when there is time for what nobody waits for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Session } from "../../../runtime_static/static/runtime/frame/session.js";

const RUN = { type: "run", id: 1, main: "main.py", columns: 80, files: [], wheels: [], packages: [] };

const OBSERVE = { type: "observe", id: 2, main: "main.py", steps: "[]", files: [], wheels: [], packages: [] };
const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A session whose interpreters do what the test says. @param {() => Promise<Record<string, string>>} [engine] */
function session(engine = async () => ({ "a.py": "" })) {
  /** @type {any[]} */
  const posted = [];
  /** @type {any} */
  const port = { postMessage: (/** @type {any} */ message) => posted.push(message) };
  /** @type {any[]} */
  const questions = [];
  /** @type {any[]} */
  const born = [];
  const rests = { count: 0 };
  const make = (/** @type {any} */ hooks) => {
    const interpreter = {
      phase: "booting", hooks, program: /** @type {any} */ (null), end() { this.phase = "ended"; },
      run(/** @type {any} */ program) {
        this.phase = "running";
        this.program = program;
      },
    };
    born.push(interpreter);
    return /** @type {any} */ (interpreter);
  };
  const judge = /** @type {any} */ ({ ask: (/** @type {any} */ question) => questions.push(question), prepare: () => questions.push("prepare") });
  new Session(port, make, { spare: false, resting: () => { rests.count += 1; }, engine, makeJudge: () => judge });
  const becomeReady = () => {
    born.at(-1).phase = "ready";
    born.at(-1).hooks.ready();
  };
  return { port, born, rests, becomeReady, posted, questions };
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

test("steps of checks run as a program does, and nothing that it shows reaches the page", async () => {
  const { port, born, posted, becomeReady } = session();
  becomeReady();

  port.onmessage({ data: OBSERVE });
  await settle();
  assert.deepEqual(born[0].program, { ...OBSERVE, code: { "a.py": "" } });
  posted.length = 0;
  born[0].hooks.report({ type: "output", stream: "stdout", text: "hello" });
  born[0].hooks.report({ type: "judged", answer: "{}" });
  born[0].hooks.report({ type: "observation", step: "a/1", report: "{}" });
  born[0].hooks.report({ type: "done", outcome: "finished", message: "", ms: 1 });

  assert.deepEqual(posted.map(({ type }) => type), ["observation", "boot", "done"]);
  assert.equal(born[0].phase, "ended");
});

test("a program that is not run for checks cannot speak as one that is", () => {
  const { port, born, posted, becomeReady } = session();
  becomeReady();
  port.onmessage({ data: RUN });

  for (const type of ["observation", "judged", "judge-failed"]) born[0].hooks.report({ type, step: "a/1", report: "{}", answer: "{}", detail: "" });

  assert.deepEqual(posted.filter(({ type }) => type !== "boot"), []);
});

test("what is to be ended at once is ended at once", async () => {
  const { port, born, posted, becomeReady } = session();
  becomeReady();
  port.onmessage({ data: OBSERVE });
  await settle();

  port.onmessage({ data: { type: "kill", id: OBSERVE.id } });

  assert.equal(born[0].phase, "ended");
  assert.equal(posted.at(-1).outcome, "stopped");
});

test("checks that are stopped while their engine loads do not begin, and one that does not come is told", async () => {
  /** @type {(engine: Record<string, string>) => void} */
  let bring = () => {};
  const waiting = session(() => new Promise((resolve) => { bring = resolve; }));
  waiting.becomeReady();
  waiting.port.onmessage({ data: OBSERVE });
  waiting.port.onmessage({ data: { type: "stop", id: OBSERVE.id } });
  bring({});
  const failing = session(() => Promise.reject(new Error("away")));
  failing.becomeReady();
  failing.port.onmessage({ data: OBSERVE });
  await settle();

  assert.equal(waiting.born[0].phase, "ready");
  assert.equal(waiting.posted.at(-1).outcome, "stopped");
  assert.equal(failing.posted.at(-1).outcome, "crashed");
  assert.match(failing.posted.at(-1).message, /could not be loaded/);
});

test("questions to the judge go past whatever runs", () => {
  const { port, born, questions, becomeReady } = session();
  becomeReady();
  port.onmessage({ data: RUN });

  port.onmessage({ data: { type: "prepare-judge" } });
  port.onmessage({ data: { type: "judge", id: 7, request: "{}" } });

  assert.deepEqual(questions, ["prepare", { type: "judge", id: 7, request: "{}" }]);
  assert.equal(born[0].phase, "running");
});
