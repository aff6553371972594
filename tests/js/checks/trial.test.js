// Try it: what may be published, and why something may not.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Trial } from "../../../runtime_static/static/checks/trial.js";
import { Checker } from "../../../runtime_static/static/checks/checker.js";
import { PlainJudge, StepRunner, check, job } from "./fakes.js";

/** @param {ConstructorParameters<typeof StepRunner>[0]} program @param {any[]} [checks] */
function trialOf(program, checks = [check("a")]) {
  const { document } = job(checks);
  document.starter = [{ path: "main.py", text: "print()" }];
  const list = () => {
    const told = { verdicts: /** @type {any[]} */ ([]), stopped: () => {}, begin: () => {}, running: () => {}, end: () => {} };
    return { ...told, tell: (/** @type {any} */ verdict) => told.verdicts.push(verdict.state) };
  };
  const lists = { solution: list(), starter: list() };
  /** @type {string[]} */
  const said = [];
  const runner = new StepRunner(program);
  const checker = new Checker(/** @type {any} */ ({ runner, judge: new PlainJudge() }));
  return { trial: new Trial({ checker, document, lists, say: (sentence) => said.push(sentence), seed: "s" }), runner, lists, said };
}

/** Runs of one trial: the solution is recorded and checked twice, then the starter is checked. @param {boolean[]} outcomes of the last three */
const inOrder = (...outcomes) => {
  let run = -1;
  return (/** @type {any} */ _step, /** @type {(seen: object) => void} */ report) => {
    report({ right: run < 0 ? true : outcomes[run] });
    run += 1;
  };
};

test("a solution that passes and a starter that does not may be published", async () => {
  const { trial, lists, runner } = trialOf(inOrder(true, true, false));

  const found = await trial.run();

  assert.match(String(found?.sentence), /can be published/);
  assert.deepEqual(found?.report.solution, [{ check: "a", state: "passed" }]);
  assert.deepEqual(found?.report.starter, [{ check: "a", state: "failed" }]);
  assert.deepEqual(found?.report.recorded, { echo: { "a/0": '{"right":true}' } });
  assert.deepEqual([lists.solution.verdicts, lists.starter.verdicts], [["passed"], ["failed"]]);
  assert.equal(runner.asked.length, 4);
});

test("a starter that passes leaves nothing to do", async () => {
  const found = await trialOf(inOrder(true, true, true)).trial.run();

  assert.match(String(found?.sentence), /starter passes all checks/);
});

test("a solution that fails is said to fail", async () => {
  const found = await trialOf(inOrder(false, false, false)).trial.run();

  assert.match(String(found?.sentence), /does not pass all/);
});

test("a solution that does not do the same each time is found, and counts as failing", async () => {
  const { trial, lists } = trialOf(inOrder(true, false, false));

  const found = await trial.run();

  assert.match(String(found?.sentence), /not do the same each time/);
  assert.deepEqual(found?.report.solution, [{ check: "a", state: "failed" }]);
  assert.deepEqual(lists.solution.verdicts, ["passed", "failed"]);
});

test("a check of which nothing can be recorded is an error of the exercise", async () => {
  const found = await trialOf(inOrder(true, true, false), [check("a", { bad: "No input." })]).trial.run();

  assert.deepEqual(found?.report.solution, [{ check: "a", state: "error" }]);
});
