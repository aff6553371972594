// Whether the server can be reached: what counts is answers.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Connection } from "../../../runtime_static/static/offline/connection.js";

/** @param {{online?: boolean}} [options] */
function setUp(options) {
  const server = { there: true, asked: 0 };
  /** @type {{act: () => void, pause: number}[]} */
  const timers = [];
  const connection = new Connection({
    ...options, random: () => 1,
    ask: async () => {
      server.asked += 1;
      return server.there;
    },
    later: (act, pause) => timers.push({ act, pause }),
  });
  /** @type {boolean[]} */
  const changes = [];
  connection.addEventListener("change", () => changes.push(connection.online));
  const wait = async () => {
    timers.shift()?.act();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { connection, server, timers, changes, wait };
}

test("one request that failed is nothing while the server answers", async () => {
  const { connection, changes } = setUp();

  await connection.check();

  assert.deepEqual(changes, []);
});

test("it asks again, less and less often, until the server answers", async () => {
  const { connection, server, timers, changes, wait } = setUp();
  server.there = false;
  const pauses = [];

  await connection.check();
  for (let round = 0; round < 7; round += 1) {
    pauses.push(timers[0].pause);
    await wait();
  }
  server.there = true;
  await wait();

  assert.deepEqual(pauses, [2000, 4000, 8000, 16000, 30000, 30000, 30000]);
  assert.deepEqual(changes, [false, true]);
  assert.deepEqual(timers, []);
});

test("hints that come together are one question, and one timer", async () => {
  const { connection, server, timers } = setUp();
  server.there = false;

  await Promise.all([connection.check(), connection.check(), connection.check()]);
  await connection.check();

  assert.equal(server.asked, 2);
  assert.equal(timers.length, 1);
});

test("any answer will do, and ends the asking", async () => {
  const { connection, server, changes, wait } = setUp();
  server.there = false;
  await connection.check();

  connection.heard();
  await wait();

  assert.deepEqual(changes, [false, true]);
  assert.equal(server.asked, 1);
});

test("a page that came from the device starts offline", async () => {
  const { connection, changes } = setUp({ online: false });
  assert.equal(connection.online, false);

  await connection.check();

  assert.deepEqual(changes, [true]);
});
