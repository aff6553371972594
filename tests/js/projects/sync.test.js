import assert from "node:assert/strict";
import { test } from "node:test";
import { IDLE_MS, LONGEST_MS, SyncQueue } from "../../../projects/static/projects/sync.js";
import { SyncedFile } from "../../../projects/static/projects/synced-file.js";
import { ServerModel } from "./server-model.js";

let keys = 0;
const newKey = () => `key-${++keys}`;
const nextPath = (/** @type {string} */ path) => path.replace(".py", "+.py");

/** A queue with one saved file, its clock at 0. */
function queueWithFile() {
  const queue = new SyncQueue({ nextPath, random: () => 1 });
  const file = SyncedFile.fromServer({
    id: "f1", path: "main.py", revision: 1, size: 3, binary: false, text: "one", url: "", deleted: false, savedAt: "",
  });
  queue.add(file);
  return { queue, file };
}

/** @param {number} revision @param {string} text */
const ok = (revision, text) => /** @type {const} */ ({
  kind: "ok",
  file: { id: "f1", path: "main.py", revision, size: 0, binary: false, text, url: "", deleted: false, savedAt: "" },
});

test("saving waits for a pause, but not for ever", () => {
  const { queue, file } = queueWithFile();
  file.edit({ text: "a" }, 1000);
  assert.equal(queue.wakeAt(), 1000 + IDLE_MS);

  for (let now = 1000; now <= 1000 + LONGEST_MS; now += 100) file.edit({ text: `a${now}` }, now);

  assert.equal(queue.wakeAt(), 1000 + LONGEST_MS);
  assert.equal(queue.next(1000 + LONGEST_MS - 1, newKey), null);
  assert.ok(queue.next(1000 + LONGEST_MS, newKey));
});

test("a hurry does not wait for the pause", () => {
  const { queue, file } = queueWithFile();
  file.edit({ text: "a" }, 1000);

  assert.ok(queue.next(1001, newKey, true));
});

test("one request at a time, oldest change first", () => {
  const { queue, file } = queueWithFile();
  queue.add(SyncedFile.fresh("f2", "b.py", { text: "" }, 500));
  file.edit({ text: "a" }, 1000);

  const first = queue.next(9000, newKey);

  assert.equal(first?.file?.id, "f2");
  assert.equal(queue.next(9000, newKey), null);
});

/** A queue whose file was renamed to `maze.py`, and is to run first. */
function queueWithChoice() {
  const { queue, file } = queueWithFile();
  file.rename("maze.py", 1000);
  queue.project.choose("f1");
  return { queue, file };
}

const renamed = /** @type {const} */ ({ kind: "ok", file: { ...ok(2, "one").file, path: "maze.py" } });

test("the file that runs first is told when it has its name on the server", () => {
  const { queue } = queueWithChoice();

  assert.equal(queue.next(9000, newKey)?.request.kind, "rename");
  queue.answered(renamed, 9000);
  assert.deepEqual(queue.next(9000, newKey)?.request, { kind: "main", main: "f1", path: "maze.py" });
  assert.equal(queue.status, "Saving");
  queue.answered({ kind: "chosen" }, 9000);

  assert.deepEqual([queue.status, queue.hasWaiting, queue.wakeAt()], ["Saved", false, Infinity]);
});

test("a choice that got no answer waits on this device, and is sent again", () => {
  const { queue } = queueWithFile();
  queue.project.choose("f1");
  queue.next(9000, newKey);

  queue.answered({ kind: "offline", message: "" }, 9000);

  assert.deepEqual([queue.status, queue.next(9000, newKey)], ["On this device", null]);
  assert.deepEqual(queue.project.toDraft(), { id: "project", main: "f1" });
  assert.equal(queue.next(queue.wakeAt(), newKey)?.request.kind, "main");
});

test("another choice while one is on its way is sent after it", () => {
  const { queue } = queueWithFile();
  queue.add(SyncedFile.fromServer({ ...ok(1, "two").file, id: "f2", path: "two.py" }));
  queue.project.choose("f1");
  queue.next(9000, newKey);
  queue.project.choose("f2");

  queue.answered({ kind: "chosen" }, 9000);

  assert.deepEqual(queue.next(9000, newKey)?.request, { kind: "main", main: "f2", path: "two.py" });
});

test("nothing is said of a file that was deleted after it was chosen", () => {
  const { queue, file } = queueWithFile();
  queue.project.choose("f1");

  file.remove(1000);
  queue.next(9000, newKey);
  queue.answered({ kind: "ok", file: { ...ok(2, "one").file, deleted: true } }, 9000);

  assert.deepEqual([queue.status, queue.next(9000, newKey)], ["Saved", null]);
});

test("a choice that the server refuses is told and not repeated", () => {
  const { queue } = queueWithFile();
  queue.project.choose("f1");
  queue.next(9000, newKey);

  assert.deepEqual(queue.answered({ kind: "refused", message: "No." }, 9000), { refused: "No." });

  assert.equal(queue.status, "Saved");
});

test("a choice in a project that is gone says so", () => {
  const { queue } = queueWithFile();
  queue.project.choose("f1");
  queue.next(9000, newKey);

  queue.answered({ kind: "gone" }, 9000);

  assert.deepEqual([queue.trouble, queue.message], ["forbidden", "This project is not here any more."]);
});

test("the words of the save status", () => {
  const { queue, file } = queueWithFile();
  assert.equal(queue.status, "Saved");
  file.edit({ text: "a" }, 1000);
  assert.equal(queue.status, "Saving");
  queue.next(1000, newKey, true);
  assert.equal(queue.status, "Saving");
  queue.answered({ kind: "offline", message: "" }, 1100);
  assert.equal(queue.status, "On this device");
  queue.next(99_000, newKey);
  queue.answered(ok(2, "a"), 99_100);
  assert.equal(queue.status, "Saved");
  file.edit({ text: "b" }, 100_000);
  file.remoteChanged({ ...ok(3, "c").file }, 100_001);
  assert.equal(queue.status, "Conflict");
});

test("without a network it tries again, later each time, ten seconds at most", () => {
  const { queue, file } = queueWithFile();
  file.edit({ text: "a" }, 0);
  let now = 5000;
  const waits = [];
  for (let round = 0; round < 7; round += 1) {
    assert.ok(queue.next(now, newKey, true));
    queue.answered({ kind: "offline", message: "" }, now);
    waits.push(queue.wakeAt() - now);
    now = queue.wakeAt();
  }

  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 10_000, 10_000, 10_000]);
});

test("the network's return wakes it at once", () => {
  const { queue, file } = queueWithFile();
  file.edit({ text: "a" }, 0);
  queue.next(5000, newKey);
  queue.answered({ kind: "offline", message: "" }, 5000);

  queue.wake();

  assert.ok(queue.next(5001, newKey));
});

for (const kind of /** @type {const} */ (["signed-out", "other-person", "forbidden"])) {
  test(`${kind} waits for the person, then sends the same request`, () => {
    const { queue, file } = queueWithFile();
    file.edit({ text: "a" }, 0);
    const first = queue.next(5000, newKey);
    queue.answered({ kind, message: "Sign in again." }, 5000);
    assert.equal(queue.wakeAt(), Infinity);
    assert.equal(queue.status, "On this device");

    queue.wake();

    assert.equal(queue.next(90_000, newKey)?.request, first?.request);
  });
}

test("a new file whose name is taken gets another; a renamed one keeps its own", () => {
  const { queue, file } = queueWithFile();
  const fresh = SyncedFile.fresh("f2", "b.py", { text: "" }, 0);
  queue.add(fresh);
  queue.next(9000, newKey);
  queue.answered({ kind: "name-taken", message: "taken" }, 9000);
  assert.equal(fresh.path, "b+.py");
  queue.next(20_000, newKey);
  queue.answered({ kind: "ok", file: { ...ok(1, "").file, id: "f2", path: "b+.py" } }, 20_000);
  file.rename("b+.py", 21_000);
  queue.next(30_000, newKey);

  queue.answered({ kind: "name-taken", message: "taken" }, 30_000);

  assert.equal(file.path, "main.py");
  assert.equal(queue.status, "Saved");
});

test("a project that is gone keeps the text on the device", () => {
  const queue = new SyncQueue({ nextPath });
  queue.add(SyncedFile.fresh("f1", "a.py", { text: "x" }, 0));
  queue.next(9000, newKey);

  queue.answered({ kind: "gone" }, 9000);

  assert.equal(queue.status, "On this device");
  assert.equal(queue.wakeAt(), Infinity);
});

// Two people (or two tabs) on the same files, every request and answer lost or late at random. Each client types tokens that
// occur once in the world, so that a lost edit can be told from a decision.

/** @param {number} seed @returns {() => number} numbers from 0 to 1 (mulberry32) */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {unknown} content @returns {string[]} */
const tokensOf = (content) =>
  content && typeof content === "object" && "text" in content ? String(content.text).split(" ").filter(Boolean) : [];

/** One of the two; `seen` are the tokens that stood on its screen or in its conflict dialog. */
class Client {
  /** @param {string} name @param {ServerModel} server @param {() => number} random */
  constructor(name, server, random) {
    this.name = name;
    this.server = server;
    this.random = random;
    this.queue = new SyncQueue({ nextPath: (path) => `${path}+`, random });
    this.typed = 0;
    this.now = 0;
    /** @type {Set<string>} */
    this.seen = new Set();
    this.load();
  }

  load() {
    for (const file of this.server.list()) {
      const known = this.queue.files.get(file.id);
      if (known) known.remoteChanged(file, this.now);
      else this.queue.add(SyncedFile.fromServer(file));
    }
    this.look();
  }

  /** What is wanted is what the person sees. */
  look() {
    for (const file of this.queue.files.values()) {
      for (const token of tokensOf(file.content)) this.seen.add(token);
      if (file.conflict) for (const token of tokensOf({ text: file.conflict.text })) this.seen.add(token);
    }
  }

  pick() {
    const files = [...this.queue.files.values()].filter((file) => !file.deleted);
    return files[Math.floor(this.random() * files.length)];
  }

  step() {
    this.now += Math.floor(this.random() * 2500);
    const action = this.random();
    const file = this.pick();
    if (!file || action < 0.05) this.#make();
    else if (action < 0.45) this.#type(file);
    else if (action < 0.5) file.rename(`${this.name}${this.typed++}.py`, this.now);
    else if (action < 0.53) file.remove(this.now);
    else if (action < 0.6) this.load();
    else if (action < 0.65) this.#crash();
    else if (action < 0.75) this.decide();
    else this.send(true);
    this.look();
  }

  #make() {
    const id = `${this.name}-${this.typed++}`;
    this.queue.add(SyncedFile.fresh(id, this.random() < 0.3 ? "same.py" : `${id}.py`, { text: `${id}:0` }, this.now));
  }

  /** @param {SyncedFile} file */
  #type(file) {
    const words = tokensOf(file.content);
    words.splice(Math.floor(this.random() * (words.length + 1)), 0, `${this.name}${this.typed++}`);
    file.edit({ text: words.join(" ") }, this.now);
  }

  /** The page dies and is opened again; only the drafts are left. */
  #crash() {
    const drafts = [...this.queue.files.values()].filter((file) => file.dirty).map((file) => structuredClone(file.toDraft()));
    this.queue = new SyncQueue({ nextPath: (path) => `${path}+`, random: this.random });
    for (const draft of drafts) this.queue.add(new SyncedFile(draft));
    this.load();
  }

  decide() {
    for (const file of this.queue.files.values()) {
      if (!file.conflict) continue;
      const choice = /** @type {const} */ (["mine", "theirs", "both"])[Math.floor(this.random() * 3)];
      const mine = file.content;
      file.resolve(choice, { text: String(file.conflict.text) }, this.now);
      if (choice === "both" && mine) {
        const id = `${this.name}-${this.typed++}`;
        this.queue.add(SyncedFile.fresh(id, `${id}.py`, mine, this.now));
      }
    }
  }

  /** @param {boolean} faulty */
  send(faulty) {
    const fate = faulty ? this.random() : 1;
    if (fate > 0.9) this.queue.wake();
    const next = this.queue.next(this.now, newKey, fate > 0.5);
    if (!next?.file) return false;
    if (fate < 0.15) {
      this.queue.answered({ kind: "offline", message: "" }, this.now); // never arrived
      return true;
    }
    const answer = this.server.handle(next.file.id, next.request, this.name);
    this.queue.answered(fate < 0.3 ? { kind: "offline", message: "" } : answer, this.now); // or its answer was lost
    return true;
  }
}

test("1,000 interleavings of two clients: nothing overwritten silently, nothing acknowledged lost", () => {
  const counts = { overwrites: 0, lost: 0, unsettled: 0, saves: 0, conflicts: 0 };
  for (let seed = 1; seed <= 1000; seed += 1) {
    const random = randomFrom(seed);
    const server = new ServerModel();
    const clients = { a: new Client("a", server, random), b: new Client("b", server, random) };
    for (let step = 0; step < 60; step += 1) {
      const client = random() < 0.5 ? clients.a : clients.b;
      client.step();
      counts.conflicts += client.queue.status === "Conflict" ? 1 : 0;
    }
    settle([clients.a, clients.b]);

    counts.saves += server.replacements.length;
    for (const { before, after } of server.replacements) {
      const by = after.by === "a" ? clients.a : clients.b;
      // Whoever replaced a text must have had every word of it before her eyes. (What was deleted stays in the history.)
      if (!before.deleted && tokensOf(before.content).some((token) => !by.seen.has(token))) counts.overwrites += 1;
    }
    const kept = new Set([...server.states.values()].flat().flatMap((state) => tokensOf(state.content)));
    for (const client of [clients.a, clients.b]) {
      if (client.queue.status !== "Saved") counts.unsettled += 1;
      for (const file of client.queue.files.values()) {
        if (!file.deleted && tokensOf(file.content).some((token) => !kept.has(token))) counts.lost += 1;
        const head = server.head(file.id);
        if (!file.deleted && head && JSON.stringify(head.content) !== JSON.stringify(file.content)) counts.lost += 1;
      }
    }
  }

  assert.ok(counts.saves > 5000 && counts.conflicts > 500, JSON.stringify(counts));
  assert.deepEqual({ ...counts, saves: 0, conflicts: 0 }, { overwrites: 0, lost: 0, unsettled: 0, saves: 0, conflicts: 0 });
});

/** The network is good again: both go on until neither has anything to send. @param {Client[]} clients */
function settle(clients) {
  for (let round = 0; round < 40; round += 1) {
    for (const client of clients) {
      client.now += 20_000;
      client.queue.wake();
      client.load();
      client.decide();
      while (client.send(false)) client.look();
    }
  }
}
