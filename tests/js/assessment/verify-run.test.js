// A run over a batch: everything once, also when the network goes away or somebody cancels.

import assert from "node:assert/strict";
import { test } from "node:test";

import { RefusedError } from "../../../assessment/static/assessment/verify-api.js";
import { VerifyRun } from "../../../assessment/static/assessment/verify-run.js";
import { Server, results, task } from "./server.js";

/** @import { Check, Progress } from "../../../assessment/static/assessment/verify-run.js" */

/** @param {number} count */
const tasks = (count) => Array.from({ length: count }, (_, at) => task(at + 1));

/** @param {unknown} _version @param {string} summary @returns {any} */
const failure = (_version, summary) => [{ ...results("error")[0], summary }];

/** @param {Server} server @param {Check} [check] */
function runOf(server, check = async () => results()) {
  /** @type {Progress[]} */
  const progress = [];
  /** @type {number[]} */
  const pauses = [];
  const pause = async (/** @type {number} */ milliseconds) => void pauses.push(milliseconds);
  const run = new VerifyRun({ api: server, batch: server.batch(), check, failure, lanes: 2, runtime: "Python", pause });
  run.addEventListener("progress", (event) => progress.push(/** @type {CustomEvent} */ (event).detail));
  return { run, progress, pauses };
}

test("every task is checked once and stored once, in small portions, and the batch is finished", async () => {
  const server = new Server(tasks(23));
  /** @type {number[]} */
  const checked = [];
  const { run, progress } = runOf(server, async ({ id }) => {
    checked.push(id);
    return results();
  });

  const ended = await run.run();

  assert.equal(ended.open, false);
  assert.deepEqual(checked.toSorted((a, b) => a - b), tasks(23).map(({ id }) => id));
  assert.equal(server.stored.size, 23);
  assert.ok(server.portions.every((size) => size <= 5), String(server.portions));
  assert.equal(server.calls.filter((name) => name === "finish").length, 1);
  assert.deepEqual({ ...progress.at(-1), secondsLeft: 0 }, { made: 23, total: 23, secondsLeft: 0, who: progress.at(-1)?.who, away: false });
});

test("two at once, and a version is asked for once", async () => {
  const server = new Server(tasks(9));
  let now = 0;
  let most = 0;
  const { run } = runOf(server, async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve));
    now -= 1;
    return results();
  });

  await run.run();

  assert.equal(most, 2);
  assert.deepEqual(server.known[0], []);
  assert.ok(server.known.slice(1).every((known) => known.includes(1)));
});

test("a task stands for all attempts with the same code", async () => {
  const server = new Server([task(1, { attempts: 3, who: ["Ada", "Ben", "Cara"] }), task(2)]);
  const { run, progress } = runOf(server);

  await run.run();

  assert.equal(progress.at(-1)?.made, 4);
  assert.ok(progress.some(({ who }) => who.includes("Cara")));
});

test("a network that goes away is waited for, and nothing is lost or doubled", async () => {
  const server = new Server(tasks(12));
  let checks = 0;
  const { run, progress, pauses } = runOf(server, async ({ id }) => {
    checks += 1;
    if (id === 5) server.awayFor = 4;
    return results();
  });

  await run.run();

  assert.equal(checks, 12);
  assert.equal(server.stored.size, 12);
  assert.ok(pauses.length >= 4 && pauses.every((pause) => pause >= 1_000 && pause <= 15_000), String(pauses));
  assert.ok(progress.some(({ away }) => away));
  assert.equal(progress.at(-1)?.away, false);
});

test("who cancels keeps what was found, and nothing more begins", async () => {
  const server = new Server(tasks(20));
  let checks = 0;
  const { run } = runOf(server, async () => {
    checks += 1;
    if (checks === 3) void run.cancel();
    return results();
  });

  await run.run();

  assert.ok(checks <= 4, String(checks));
  assert.equal(server.stored.size, checks);
  assert.deepEqual(server.calls.slice(-1), ["cancel"]);
  assert.ok(!server.calls.includes("finish"));
});

test("what was cancelled in the middle is not stored", async () => {
  const server = new Server(tasks(2));
  const { run } = runOf(server, async () => {
    void run.cancel();
    return null;
  });

  await run.run();

  assert.equal(server.stored.size, 0);
});

test("what cannot be run is tried again when the server answers, and is an error after that", async () => {
  const server = new Server(tasks(2));
  /** @type {number[]} */
  const tried = [];
  const { run } = runOf(server, async ({ id }) => {
    tried.push(id);
    if (id === 1) throw new Error("Python could not be loaded.");
    if (tried.filter((one) => one === 2).length === 1) throw new Error("Python could not be loaded.");
    return results();
  });

  await run.run();

  assert.deepEqual(tried.toSorted(), [1, 1, 2, 2]);
  assert.deepEqual(server.stored.get(1)?.results.map(({ state, summary }) => [state, summary]), [["error", "Python could not be loaded."]]);
  assert.deepEqual(server.stored.get(2)?.results, results());
});

test("a server that refuses ends the run", async () => {
  const server = new Server(tasks(30));
  server.refusal = new RefusedError("ended", "This run has ended.");
  let checks = 0;
  const { run } = runOf(server, async () => {
    checks += 1;
    await new Promise((resolve) => setTimeout(resolve));
    return results();
  });

  await assert.rejects(run.run(), /This run has ended/);
  assert.ok(checks < 15, String(checks));
});

test("an empty batch is finished at once", async () => {
  const server = new Server([]);

  await runOf(server).run.run();

  assert.deepEqual(server.calls, ["tasks", "finish"]);
});
