// Attempts reach the server once, in their order, whatever happens to the network; and none is lost.

import assert from "node:assert/strict";
import { test } from "node:test";

import { AttemptReports } from "../../../exercises/static/exercises/attempt-reports.js";

/** @param {string} state @returns {any} */
const attempt = (state) => ({ version: 3, files: [{ path: "main.py", text: state }], results: [{ check: "a", state }] });

/** A server with nonces that are good for one, and a device. @param {{nonce?: string, kept?: any[]}} [options] */
function setUp({ nonce = "n0", kept = [] } = {}) {
  const server = { next: "n0", taken: /** @type {any[]} */ ([]), answers: /** @type {(() => any)[]} */ ([]), asked: /** @type {any[]} */ ([]) };
  const store = new Map(kept.map((one) => [one.key, one]));
  /** @type {(() => void)[]} */
  const later = [];
  /** @type {any[]} */
  const told = [];
  const send = async (/** @type {any} */ body) => {
    server.asked.push(body);
    const special = server.answers.shift();
    if (special) return special();
    const again = server.taken.find((one) => one.nonce === body.nonce);
    if (again && again.files[0].text !== body.files[0].text) return { status: 409, data: { code: "used-nonce", message: "Used." } };
    if (!again && body.nonce !== server.next) return { status: 403, data: { code: "old-nonce", message: "Too old." } };
    if (!again) server.taken.push(body);
    server.next = `n${server.taken.length}`;
    return { status: 200, data: { attempt: server.taken.length, score: 1, passed: true, nonce: server.next } };
  };
  const reports = new AttemptReports({
    send, nonce, later: (act) => later.push(act),
    store: {
      put: async (unsent) => void store.set(unsent.key, structuredClone(unsent)), remove: async (key) => void store.delete(key),
      all: async () => [...store.values()],
    },
  });
  for (const name of ["recorded", "state", "refused"]) {
    reports.addEventListener(name, (event) => told.push({ name, .../** @type {CustomEvent} */ (event).detail }));
  }
  const texts = () => server.taken.map(({ files }) => files[0].text);
  return { reports, server, store, later, told, texts };
}

const away = () => { throw new TypeError("Failed to fetch"); };

test("each attempt goes with the nonce that came with the last answer", async () => {
  const { reports, server, store } = setUp();

  await reports.add(attempt("failed"));
  await reports.add(attempt("passed"));

  assert.deepEqual(server.asked.map(({ nonce }) => nonce), ["n0", "n1"]);
  assert.deepEqual(Object.keys(server.asked[0]).sort(), ["files", "nonce", "results", "version"]);
  assert.equal(store.size, 0);
});

test("without a network attempts wait on the device and are sent in their order", async () => {
  const { reports, server, store, told, texts } = setUp();
  server.answers.push(away, away);

  await reports.add(attempt("failed"));
  await reports.add(attempt("passed"));
  assert.equal(store.size, 2);
  assert.deepEqual([told.at(-1).waiting, told.at(-1).message !== ""], [2, true]);
  await reports.goOn();

  assert.deepEqual(texts(), ["failed", "passed"]);
  assert.deepEqual(told.at(-1), { name: "state", waiting: 0, message: "" });
});

test("an answer that was lost does not make two of one attempt", async () => {
  const { reports, server, texts } = setUp();
  server.answers.push(() => {
    server.taken.push({ ...server.asked[0] });
    server.next = "n1";
    return away();
  });

  await reports.add(attempt("passed"));
  await reports.goOn();

  assert.deepEqual(texts(), ["passed"]);
});

test("a new page takes up what the last one could not send, with a nonce of its own", async () => {
  const kept = { ...attempt("failed"), key: "k", at: 1, nonce: "of an old page" };
  const { reports, server, store, texts } = setUp({ kept: [kept] });

  await reports.begin();

  assert.deepEqual(server.asked.map(({ nonce }) => nonce), ["of an old page", "n0"]);
  assert.deepEqual(texts(), ["failed"]);
  assert.equal(store.size, 0);
});

test("a page that is too old says so and keeps the attempt for the next one", async () => {
  const { reports, server, store, told } = setUp({ nonce: "old" });

  await reports.add(attempt("passed"));

  assert.deepEqual(told.at(-1), { name: "state", waiting: 1, message: "Too old." });
  assert.equal(store.size, 1);
  assert.equal(server.asked.length, 1);
});

test("who is signed out is told to sign in, and who checks too often waits", async () => {
  const { reports, server, later, told, texts } = setUp();
  server.answers.push(() => ({ status: 401, data: { code: "signed-out", message: "x" } }), () => ({ status: 429, data: { code: "slow-down", message: "Wait a minute." } }));

  await reports.add(attempt("passed"));
  assert.match(told.at(-1).message, /sign in again/);
  await reports.goOn();
  assert.equal(told.at(-1).message, "Wait a minute.");
  later[0]();
  await new Promise((resolve) => setTimeout(resolve, 10));

  assert.deepEqual(texts(), ["passed"]);
});

test("what the server will never take is told and does not hold up the rest", async () => {
  const { reports, server, store, told, texts } = setUp();
  server.answers.push(() => ({ status: 413, data: { code: "too-large", message: "Too large." } }));

  await reports.add(attempt("failed"));
  await reports.add(attempt("passed"));

  assert.deepEqual(told.filter(({ name }) => name === "refused"), [{ name: "refused", message: "Too large." }]);
  assert.deepEqual(texts(), ["passed"]);
  assert.equal(store.size, 0);
});
