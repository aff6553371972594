// Many submissions over several frames.

import assert from "node:assert/strict";
import { test } from "node:test";

import { CheckPool } from "../../../runtime_static/static/checks/pool.js";
import { PlainJudge, StepRunner, check, job } from "./fakes.js";

/** @param {number} frames @param {ConstructorParameters<typeof StepRunner>[0]} [program] */
function poolOf(frames, program) {
  /** @type {StepRunner[]} */
  const runners = [];
  const makeRunner = () => {
    runners.push(new StepRunner(program));
    return /** @type {any} */ (runners.at(-1));
  };
  const pool = new CheckPool({ frames, makeFrame: () => /** @type {any} */ ("frame"), makeRunner });
  for (const checker of pool.checkers) checker.judge = /** @type {any} */ (new PlainJudge());
  return { pool, runners };
}

test("each submission is run once, by whichever frame is free", async () => {
  const { pool, runners } = poolOf(2, (step, report) => report({ right: step.check === "a" }));

  const found = await Promise.all(Array.from({ length: 7 }, (_, at) => pool.check(job([check(at % 2 ? "a" : "b")]))));

  assert.deepEqual(found.map((verdicts) => verdicts?.[0].state), ["failed", "passed", "failed", "passed", "failed", "passed", "failed"]);
  assert.equal(runners.reduce((sum, { asked }) => sum + asked.length, 0), 7);
  assert.ok(runners.every(({ asked }) => asked.length >= 3), "both frames have worked");
  assert.deepEqual(runners.map(({ attached }) => attached), ["frame", "frame"]);
});

test("a submission that does not end holds up its own frame alone, until its time is over", async () => {
  const { pool } = poolOf(2, (step, report) => (step.check === "endless" ? "wait" : report({ right: true })));

  const found = await Promise.all([pool.check(job([check("endless", { seconds: 0.05 })])), ...[1, 2, 3].map(() => pool.check(job([check("a")])))]);

  assert.deepEqual(found.map((verdicts) => verdicts?.[0].state), ["error", "passed", "passed", "passed"]);
});

test("who cancels gets nothing for what was not checked, and may go on later", async () => {
  const { pool, runners } = poolOf(1, (step, report) => (step.check === "endless" ? "wait" : report({ right: true })));
  const all = Promise.all([pool.check(job([check("endless")])), pool.check(job([check("a")]))]);
  setTimeout(() => pool.cancel(), 20);

  assert.deepEqual(await all, [null, null]);
  assert.equal((await pool.check(job([check("a")])))?.[0].state, "passed");

  pool.dispose();
  assert.equal(runners[0].attached, null);
});

test("a submission whose interpreter is lost is tried once more", async () => {
  let tries = 0;
  const { pool } = poolOf(1, (step, report, end) => {
    tries += 1;
    if (step.check === "dies" || tries === 1) end("crashed", "Python was lost.");
    else report({ right: true });
  });

  const once = await pool.check(job([check("a")]));
  tries = 1;
  const always = await pool.check(job([check("dies")]));

  assert.deepEqual([once?.[0].state, always?.[0].state], ["passed", "error"]);
  assert.equal(tries, 3);
});

test("the solution runs for new random inputs by itself", async () => {
  const { pool, runners } = poolOf(1, (_step, report) => report({ right: true }));
  const random = [check("a", { kind: "random" }), check("b")];

  const reference = await pool.reference(job(random, { seed: "s" }));

  assert.deepEqual(Object.keys(reference ?? {}), ["a/0"]);
  assert.equal(new TextDecoder().decode(runners[0].asked[0].files[0].bytes), "print(1)");
  assert.equal(await pool.reference(job([check("b")], { seed: "s" })), null);
});
