// What runs where, in which order, and what becomes of a program that takes too long or is lost.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Checker } from "../../../runtime_static/static/checks/checker.js";
import { JudgeError } from "../../../runtime_static/static/runtime/runner/judge.js";
import { PlainJudge, StepRunner, check, job } from "./fakes.js";

/** @param {StepRunner} runner @param {PlainJudge} [judge] */
function checkerWith(runner, judge = new PlainJudge()) {
  const checker = new Checker(/** @type {any} */ ({ runner, judge }));
  /** @type {string[]} */
  const told = [];
  checker.addEventListener("running", (event) => told.push(`running ${/** @type {CustomEvent} */ (event).detail.check}`));
  checker.addEventListener("verdict", (event) => told.push(`verdict ${/** @type {CustomEvent} */ (event).detail.verdict.check}`));
  return { checker, judge, told };
}

const states = (/** @type {any} */ verdicts) => verdicts.map((/** @type {any} */ { check: id, state, summary }) => `${id} ${state} ${summary}`.trim());

test("verdicts come one by one, and all of them in the document's order", async () => {
  const runner = new StepRunner((step, report) => report({ right: step.check !== "b" }));
  const { checker, told } = checkerWith(runner);

  const verdicts = await checker.check(job([check("a", { steps: 2 }), check("b"), check("c", { steps: 0 })]));

  assert.deepEqual(states(verdicts), ["a passed", "b failed", "c passed"]);
  assert.deepEqual(told, ["verdict c", "running a", "verdict a", "running b", "verdict b"]);
});

test("the interpreter of the program gets inputs and files, and nothing that is expected", async () => {
  const runner = new StepRunner();
  const { checker } = checkerWith(runner);

  await checker.check(job([check("a", { output: "secret" })], { recorded: { a: "secret" } }));

  assert.equal(runner.asked.length, 1);
  assert.deepEqual(Object.keys(runner.asked[0]).sort(), ["files", "main", "packages", "steps", "wheels"]);
  assert.doesNotMatch(JSON.stringify(runner.asked), /secret/);
  assert.deepEqual(runner.asked[0].files.map((/** @type {any} */ { path, bytes }) => [path, [...bytes].length]), [["main.py", 8], ["a.bin", 3]]);
});

test("the judge is asked with the check at hand alone", async () => {
  const { checker, judge } = checkerWith(new StepRunner());

  await checker.check(job([check("a"), check("b")], { recorded: { a: 1, b: 2 }, person: "7" }));

  const asked = judge.questions.filter((question) => question.do === "judge");
  assert.deepEqual(asked.map(({ check: id, recorded, person }) => [id, recorded, person]), [["a", { a: 1 }, "7"], ["b", { b: 2 }, "7"]]);
  assert.deepEqual(asked.map(({ document }) => document.checks.map((/** @type {any} */ { id }) => id)), [["a"], ["b"]]);
  assert.equal(asked[0].document.text, undefined);
});

test("a program that takes too long is ended, and nothing after it is run", async () => {
  const runner = new StepRunner((step, report) => (step.check === "b" ? "wait" : report({ right: true })));
  const { checker } = checkerWith(runner);

  const verdicts = await checker.check(job([check("a"), check("b", { seconds: 0.02 }), check("c")]));

  assert.deepEqual(states(verdicts), ["a passed", "b error timed_out", "c error not_run"]);
  assert.equal(runner.kills, 1);
});

test("a worker that is lost costs the step that it was at, and what comes after it", async () => {
  const runner = new StepRunner((step, report, end) => {
    if (step.check !== "b") return report({ right: true });
    end("crashed", "Python crashed.");
    return "wait";
  });
  const { checker } = checkerWith(runner);

  const verdicts = await checker.check(job([check("a"), check("b"), check("c")]));

  assert.deepEqual(states(verdicts), ["a passed", "b error lost", "c error not_run"]);
});

test("what never began is told why", async () => {
  const runner = new StepRunner();
  runner.observe = () => {
    runner.current = 1;
    runner.end("crashed", "Python could not be loaded.");
    return 1;
  };
  const { checker, told } = checkerWith(runner);

  const verdicts = await checker.check(job([check("a"), check("b", { steps: 0 })]));

  assert.deepEqual(states(verdicts), ["a error Python could not be loaded.", "b passed"]);
  assert.equal(told.length, 2);
});

test("reports that are not due are not heard", async () => {
  const runner = new StepRunner((step, report) => {
    if (step.check === "a") {
      for (const id of ["b/0", "a/9"]) runner.dispatchEvent(new CustomEvent("observation", { detail: { id: 1, step: id, report: '{"right": true}' } }));
    }
    report({ right: false });
  });
  const { checker } = checkerWith(runner);

  assert.deepEqual(states(await checker.check(job([check("a"), check("b")]))), ["a failed", "b failed"]);
});

test("a check with a mistake of its own does not keep others from being checked", async () => {
  const { checker } = checkerWith(new StepRunner());

  const verdicts = await checker.check(job([check("a", { bad: "The field “output” is empty.", steps: 0 }), check("b")]));

  assert.deepEqual(states(verdicts), ["a error This check has a mistake. The field “output” is empty.", "b passed"]);
});

test("without a judge every check says why it could not be checked", async () => {
  const judge = new PlainJudge();
  judge.ask = async () => { throw new JudgeError("The checks could not be loaded."); };
  const { checker, told } = checkerWith(new StepRunner(), judge);

  const verdicts = await checker.check(job([check("a"), check("b", { kind: "unittest" })]));

  assert.deepEqual(states(verdicts), ["a error The checks could not be loaded.", "b error The checks could not be loaded."]);
  assert.deepEqual(verdicts?.map(({ trust }) => trust), ["outside", "beside"]);
  assert.deepEqual(told, ["verdict a", "verdict b"]);
});

test("who stops it gets no verdicts any more", async () => {
  const runner = new StepRunner(() => "wait");
  const { checker, told } = checkerWith(runner);

  const checking = checker.check(job([check("a"), check("b")]));
  setTimeout(() => checker.stop(), 20);

  assert.equal(await checking, null);
  assert.deepEqual(told, ["running a"]);
});

test("stop on the page is the same", async () => {
  const runner = new StepRunner(() => "wait");
  const { checker } = checkerWith(runner);

  const checking = checker.check(job([check("a")]));
  setTimeout(() => runner.stop(), 20);

  assert.equal(await checking, null);
});

test("new random inputs are tried on the solution as well, once, in an interpreter of its own", async () => {
  const runner = new StepRunner();
  const { checker, judge } = checkerWith(runner);

  await checker.check(job([check("a"), check("r", { kind: "random" })], { seed: "1" }));

  assert.deepEqual(runner.asked.map(({ steps }) => steps.map((/** @type {any} */ { id }) => id)), [["r/0"], ["a/0", "r/0"]]);
  assert.equal(new TextDecoder().decode(runner.asked[0].files[0].bytes), "print(1)");
  const references = judge.questions.filter((question) => question.do === "judge").map(({ check: id, reference }) => [id, Object.keys(reference)]);
  assert.deepEqual(references, [["a", []], ["r", ["r/0"]]]);
});

test("the solution is run for what is to be recorded", async () => {
  const runner = new StepRunner();
  const { checker } = checkerWith(runner);

  const found = await checker.record(job([check("a"), check("b", { bad: "No.", steps: 0 })], { seed: "1" }));

  assert.deepEqual(found, { recorded: { echo: { "a/0": '{"ms":1}' } }, problems: { b: "No." } });
  assert.equal(new TextDecoder().decode(runner.asked[0].files[0].bytes), "print(1)");
});

test("a random input that fails is made smaller while smaller ones fail as well", async () => {
  const runner = new StepRunner((step, report) => report({ right: step.check === "a" || (step.number ?? 8) < 4 }));
  const { checker, told } = checkerWith(runner);

  const verdicts = await checker.check(job([check("a"), check("r", { kind: "random" })], { seed: "1", shrink: true }));

  assert.equal(verdicts?.[1].failing?.number, 4);
  assert.deepEqual(told, ["running a", "verdict a", "running r", "verdict r", "verdict r"]);
});

test("of files that pass nothing no input is made smaller", async () => {
  const runner = new StepRunner((_step, report) => report({ right: false }));
  const { checker, judge } = checkerWith(runner);

  await checker.check(job([check("a"), check("r", { kind: "random" })], { seed: "1", shrink: true }));

  assert.ok(!judge.questions.some((question) => question.do === "shrink"));
});
