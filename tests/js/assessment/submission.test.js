// One submission: a seed and one run of the solution for each exercise; what is kept of a verdict.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Submissions, resultOf } from "../../../assessment/static/assessment/submission.js";
import { task } from "./server.js";

/** @param {string} kind @param {number} [id] @returns {any} */
const version = (kind, id = 1) => ({ id, title: "T", recorded: { a: 1 }, document: { main: "main.py", checks: [{ id: "a", kind, show: "verdict" }] } });

/** @param {string} [state] @returns {any} */
const verdict = (state = "passed") => ({
  check: "a", state, trust: "outside", summary: "Right.", message: "", given: "", expected: "", got: "", difference: [], place: null, debug: null, ms: 1,
});

/** @param {object} [methods] */
function poolOf(methods = {}) {
  /** @type {any[]} */
  const asked = [];
  let references = 0;
  const pool = {
    check: async (/** @type {any} */ job) => {
      asked.push(job);
      return [verdict()];
    },
    reference: async () => ({ "a/0": `reference ${++references}` }),
    ...methods,
  };
  let seeds = 0;
  return { submissions: new Submissions(/** @type {any} */ (pool), () => `seed ${++seeds}`), asked, pool, count: () => references };
}

test("random inputs have one new seed an exercise, and the solution runs for it once", async () => {
  const { submissions, asked, count } = poolOf();

  await Promise.all([1, 2, 3].map((id) => submissions.check(task(id), version("random"))));
  await submissions.check(task(4), version("random", 2));

  assert.deepEqual(asked.map(({ seed, reference }) => [seed, reference["a/0"]]), [
    ["seed 1", "reference 1"], ["seed 1", "reference 1"], ["seed 1", "reference 1"], ["seed 2", "reference 2"],
  ]);
  assert.equal(count(), 2);
});

test("without random inputs the recorded ones serve, and the solution does not run", async () => {
  const { submissions, asked, count } = poolOf();

  await submissions.check(task(1), version("output"));

  assert.equal(asked[0].shrink, true);
  assert.deepEqual([asked[0].seed, asked[0].reference, asked[0].recorded, asked[0].person], [null, null, { a: 1 }, "1"]);
  assert.equal(count(), 0);
});

test("a teacher sees all of a check", async () => {
  const { submissions, asked } = poolOf();

  await submissions.check(task(1), version("output"));

  assert.deepEqual(asked[0].document.checks.map((/** @type {any} */ { show }) => show), ["all"]);
});

test("a solution that could not be run is tried again for the next submission", async () => {
  let tries = 0;
  const { submissions } = poolOf({ reference: async () => {
    if (++tries === 1) throw new Error("Python could not be loaded.");
    return {};
  } });

  await assert.rejects(submissions.check(task(1), version("random")), /could not be loaded/);
  assert.deepEqual((await submissions.check(task(1), version("random")))?.map(({ state }) => state), ["passed"]);
});

test("what was cancelled gives nothing", async () => {
  const { submissions } = poolOf({ check: async () => null });

  assert.equal(await submissions.check(task(1), version("output")), null);
});

test("texts are kept as the server takes them", () => {
  const kept = resultOf({ ...verdict("failed"), got: `a\0b\ud800${"x".repeat(20_000)}`, summary: "s".repeat(5_000) });

  assert.deepEqual(Object.keys(kept).toSorted(), ["check", "expected", "given", "got", "state", "summary", "trust"]);
  assert.equal(kept.got.length, 10_000);
  assert.ok(kept.got.startsWith("a\ufffdb\ufffdx") && kept.got.endsWith("…"));
  assert.equal(kept.summary.length, 2_000);
});
