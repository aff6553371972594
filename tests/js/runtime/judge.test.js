// Questions to the judge of checks: on the page, and in the frame, where one interpreter answers them one after another.

import assert from "node:assert/strict";
import { test } from "node:test";

import { JudgeHost } from "../../../runtime_static/static/runtime/frame/judge-host.js";
import { Judge, JudgeError } from "../../../runtime_static/static/runtime/runner/judge.js";
import { Runner } from "../../../runtime_static/static/runtime/runner/runner.js";

const settle = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {{patience?: number, engine?: () => Promise<Record<string, string>>}} [options] */
function host({ patience = 10_000, engine = async () => ({}) } = {}) {
  /** @type {any[]} */
  const born = [];
  /** @type {any[]} */
  const said = [];
  const make = (/** @type {any} */ hooks) => {
    const interpreter = {
      hooks, asked: /** @type {any[]} */ ([]), ended: false, becomeJudge() {}, ask(/** @type {any} */ question) { this.asked.push(question); },
      end() { this.ended = true; },
    };
    born.push(interpreter);
    return /** @type {any} */ (interpreter);
  };
  const judge = new JudgeHost(make, engine, (answer) => said.push(answer), patience);
  const ready = async () => {
    born.at(-1).hooks.ready();
    await settle();
  };
  return { judge, born, said, ready };
}

test("questions wait for the interpreter and go to it one after another", async () => {
  const { judge, born, said, ready } = host();

  judge.ask({ id: 1, request: "one" });
  judge.ask({ id: 2, request: "two" });
  await ready();
  assert.deepEqual(born[0].asked, [{ id: 1, request: "one" }]);
  born[0].hooks.report({ type: "judged", id: 1, answer: "1" });
  born[0].hooks.report({ type: "judged", id: 2, answer: "2" });

  assert.equal(born.length, 1);
  assert.deepEqual(said.map(({ id, answer }) => [id, answer]), [[1, "1"], [2, "2"]]);
});

test("a judge that does not answer is started again, and the next question is answered", async () => {
  const { judge, born, said, ready } = host({ patience: 20 });
  judge.ask({ id: 1, request: "slow" });
  judge.ask({ id: 2, request: "quick" });
  await ready();

  await settle(60);
  assert.equal(born[0].ended, true);
  assert.deepEqual(said.map(({ type, id }) => [type, id]), [["judge-failed", 1]]);
  await ready();
  born[0].hooks.report({ type: "judged", id: 2, answer: "too late" });
  born[1].hooks.report({ type: "judged", id: 2, answer: "2" });

  assert.deepEqual(said.at(-1), { type: "judged", id: 2, answer: "2" });
});

test("without an engine every question is told that it has no answer", async () => {
  const { judge, said, ready } = host({ engine: () => Promise.reject(new Error("away")) });
  judge.ask({ id: 1, request: "one" });
  judge.ask({ id: 2, request: "two" });

  await ready();

  assert.deepEqual(said.map(({ type, id }) => [type, id]), [["judge-failed", 1], ["judge-failed", 2]]);
});

/** A judge on the page; `heard` is what its frame was told. */
function onPage() {
  const runner = new Runner();
  /** @type {any[]} */
  const heard = [];
  const connect = () => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = ({ data }) => heard.push(data);
    runner.connect(port1);
    return port2;
  };
  return { runner, judge: new Judge(runner), heard, connect };
}

test("an answer comes to whoever asked; a problem and a failure are errors", async () => {
  const { runner, judge, connect } = onPage();
  const frame = connect();
  const answers = [judge.ask({ do: "plan" }), judge.ask({ do: "judge" }), judge.ask({ do: "record" })];
  const outcomes = Promise.allSettled(answers);

  frame.postMessage({ type: "judged", id: 2, answer: JSON.stringify({ problem: "There is no such check." }) });
  frame.postMessage({ type: "judge-failed", id: 3, detail: "It was started again." });
  frame.postMessage({ type: "judged", id: 1, answer: JSON.stringify({ steps: [] }) });

  const [plan, ...errors] = /** @type {any[]} */ (await outcomes);
  assert.deepEqual(plan.value, { steps: [] });
  assert.deepEqual(errors.map(({ reason }) => [reason instanceof JudgeError, reason.message]), [
    [true, "There is no such check."], [true, "It was started again."],
  ]);
  runner.dispose();
  frame.close();
});

test("what a lost frame did not answer, the next one is asked", async () => {
  const { runner, judge, heard, connect } = onPage();
  judge.prepare();
  void judge.ask({ do: "plan" });
  assert.equal(heard.length, 0);

  const ports = [connect(), connect()];
  await settle(20);

  assert.deepEqual(heard.slice(-2).map(({ type, id }) => [type, id]), [["prepare-judge", undefined], ["judge", 1]]);
  runner.dispose();
  ports.forEach((port) => port.close());
});
