import assert from "node:assert/strict";
import { test } from "node:test";

import { MarkingNotes } from "../../../assessment/static/assessment/marking-notes.js";

/** @import { Answer } from "../../../assessment/static/assessment/marking-notes.js" */

const EMPTY = { feedback: "", override: "", outcome: "", redoDueAt: "", points: {} };
const MARKING = { ...EMPTY, revision: 0, by: "", at: "" };

/** A server that answers what it is told to, or else takes everything. */
class Server {
  constructor() {
    /** @type {any[]} */
    this.sent = [];
    /** @type {(Answer | "away")[]} */
    this.answers = [];
    this.revision = 0;
  }

  /** @param {object} body @returns {Promise<Answer>} */
  send = (body) => {
    this.sent.push(body);
    const planned = this.answers.shift();
    if (planned === "away") return Promise.reject(new Error("away"));
    this.revision += 1;
    return Promise.resolve(planned ?? { status: 200, data: { marking: { ...MARKING, revision: this.revision }, sum: {}, isReleased: false } });
  };
}

/** @param {Server} server @param {object} [more] */
function begin(server, more = {}) {
  const notes = new MarkingNotes({ send: server.send, pause: 1 });
  notes.load({ handIn: 3, marking: MARKING, wholeGroup: true, ...more });
  return notes;
}

test("what is noted is sent with the revision that the page knows", async () => {
  const server = new Server();
  const notes = begin(server);

  notes.change({ feedback: "Fine" });
  notes.give("7", "4,5");
  assert.equal(notes.status, "Saving");

  assert.equal(await notes.flush(), true);
  notes.change({ override: "8" });
  await notes.flush();

  assert.deepEqual(server.sent.map(({ revision, feedback, override, points, handIn }) => ({ revision, feedback, override, points, handIn })), [
    { revision: 0, feedback: "Fine", override: "", points: { 7: "4,5" }, handIn: 3 },
    { revision: 1, feedback: "Fine", override: "8", points: { 7: "4,5" }, handIn: 3 },
  ]);
  assert.equal(notes.status, "Saved");
});

test("a pause saves by itself, and what is typed meanwhile goes after it", async () => {
  const server = new Server();
  const notes = begin(server);
  const saved = new Promise((resolve) => notes.addEventListener("noted", () => server.sent.length === 2 && resolve(null)));

  notes.change({ feedback: "F" });
  notes.addEventListener("status", () => {
    if (notes.sending && notes.notes?.feedback === "F") notes.change({ feedback: "Fine" });
  });
  await saved;

  assert.deepEqual(server.sent.map(({ feedback }) => feedback), ["F", "Fine"]);
});

test("points that are taken back are left out", () => {
  const notes = begin(new Server());

  notes.give("7", "4");
  notes.give("8", "1");
  notes.give("7", " ");

  assert.deepEqual(notes.notes?.points, { 8: "1" });
  notes.load({ handIn: 0, marking: null, wholeGroup: true });
});

test("somebody else's save waits for a decision; mine can be kept", async () => {
  const server = new Server();
  const theirs = { ...MARKING, feedback: "Hers", revision: 5, by: "Joan" };
  server.answers = [{ status: 409, data: { code: "changed", marking: theirs } }];
  const notes = begin(server);

  notes.change({ feedback: "Mine" });
  assert.equal(await notes.flush(), false);
  assert.equal(notes.status, "Conflict");
  assert.equal(await notes.flush(), false);
  assert.equal(server.sent.length, 1);

  assert.equal(await notes.keepMine(), true);
  assert.equal(server.sent[1].revision, 5);
  assert.equal(server.sent[1].feedback, "Mine");
  assert.equal(notes.status, "Saved");
});

test("theirs can be taken", async () => {
  const server = new Server();
  server.answers = [{ status: 409, data: { code: "changed", marking: { ...MARKING, feedback: "Hers", revision: 5 } } }];
  const notes = begin(server);
  notes.change({ feedback: "Mine" });
  await notes.flush();

  notes.takeTheirs();

  assert.equal(notes.notes?.feedback, "Hers");
  assert.equal(notes.revision, 5);
  assert.equal(notes.status, "Saved");
});

test("what is refused stays, with the reason, until it is changed", async () => {
  const server = new Server();
  server.answers = [{ status: 400, data: { message: "The mark needs a number." } }];
  const notes = begin(server);

  notes.change({ override: "x" });

  assert.equal(await notes.flush(), false);
  assert.equal(notes.status, "Not saved");
  assert.equal(notes.message, "The mark needs a number.");
  notes.change({ override: "7" });
  assert.equal(await notes.flush(), true);
  assert.equal(notes.message, "");
});

test("a network that is away loses nothing", async () => {
  const server = new Server();
  server.answers = ["away"];
  const notes = begin(server);
  notes.change({ feedback: "Fine" });

  assert.equal(await notes.flush(), false);
  assert.match(notes.message, /network is away/);
  assert.equal(await notes.flush(), true);
  assert.equal(server.sent[1].feedback, "Fine");
});

test("nothing is sent where nothing was handed in", async () => {
  const server = new Server();
  const notes = begin(server, { marking: null });

  notes.change({ feedback: "Fine" });

  assert.equal(await notes.flush(), true);
  assert.deepEqual(server.sent, []);
});
