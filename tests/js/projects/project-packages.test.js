// What happens to requirements.txt when Run is pressed: locked, looked up, waited for, refused.

import assert from "node:assert/strict";
import { test } from "node:test";

import { NOT_LOCKED, PackagesError, ProjectPackages } from "../../../projects/static/projects/project-packages.js";
import { fingerprint } from "../../../projects/static/projects/requirements.js";

const HASH = "a".repeat(64);
const RUNTIME = "Pyodide 314.9.9";

/** @param {string} requirements @param {{runtime?: string, body?: string}} [options] */
async function lockOf(requirements, { runtime = RUNTIME, body = `cowsay==6.1 --hash=sha256:${HASH}  # 12 bytes\nnumpy==2.4.3  # from this server\n` } = {}) {
  return `# requirements: ${await fingerprint(requirements)}\n# runtime: ${runtime}\n${body}`;
}

/**
 * A project with these files, and a server that answers so.
 * @param {Record<string, string>} files @param {{answers?: any[], refresh?: () => Promise<string>, mayLookUp?: boolean}} [options]
 */
function project(files, { answers = [], refresh = async () => "", mayLookUp = true } = {}) {
  /** @type {any[]} */
  const asked = [];
  const packages = new ProjectPackages({
    mayLookUp,
    notLocked: NOT_LOCKED,
    runtime: RUNTIME,
    pause: async () => { asked.push("pause"); },
    texts: { text: (path) => files[path] ?? null, write: (path, text) => { files[path] = text; } },
    api: {
      lookUpPackages: async (texts) => { asked.push(texts); return answers.shift(); },
      refreshPackages: () => { asked.push("refresh"); return refresh(); },
    },
  });
  /** @type {string[]} */
  const told = [];
  const abort = new AbortController();
  return { packages, asked, told, files, abort, prepare: () => packages.prepare((text) => told.push(text), abort.signal) };
}

const READY = { wheels: [{ name: "cowsay", sha256: HASH, size: 12 }], packages: ["numpy"], note: "" };

test("a project without requirements asks nobody", async () => {
  for (const text of [undefined, "", "# nothing\n\n"]) {
    const { packages, asked, prepare } = project(text === undefined ? {} : { "requirements.txt": text });
    packages.foresee();
    assert.equal(packages.wanted, false);
    assert.deepEqual(await prepare(), { wheels: [], packages: [], note: "" });
    assert.deepEqual(asked, []);
  }
});

test("what is not locked is looked up, locked and used", async () => {
  const lock = await lockOf("cowsay");
  const { asked, told, files, prepare } = project({ "requirements.txt": "cowsay" }, { answers: [{ kind: "ok", lock }] });

  assert.deepEqual(await prepare(), READY);
  assert.deepEqual(asked, [{ requirements: "cowsay", lock: "" }]);
  assert.deepEqual(told, ["Looking up cowsay"]);
  assert.equal(files["requirements.lock"], lock);

  assert.deepEqual(await prepare(), READY);
  assert.equal(asked.length, 1, "the second run asks nobody");
});

test("a lock that fits is used; the server is asked once to have the wheels", async () => {
  const files = { "requirements.txt": "cowsay # moo", "requirements.lock": await lockOf("cowsay") };
  const { packages, asked, prepare } = project(files);
  packages.foresee();

  assert.deepEqual(await prepare(), READY);
  assert.deepEqual(await prepare(), READY);
  assert.deepEqual(asked, ["refresh"]);
});

test("a lock that fits is used without a network, and asked for again later", async () => {
  const files = { "requirements.txt": "cowsay", "requirements.lock": await lockOf("cowsay") };
  const { asked, prepare } = project(files, { refresh: () => Promise.reject(new Error("offline")) });

  assert.deepEqual(await prepare(), READY);
  assert.deepEqual(await prepare(), READY);
  assert.deepEqual(asked, ["refresh", "refresh"]);
});

test("a lock whose file is gone for good says so", async () => {
  const files = { "requirements.txt": "cowsay", "requirements.lock": await lockOf("cowsay") };
  const { prepare } = project(files, { refresh: async () => "Delete requirements.lock and run again." });

  await assert.rejects(prepare, /Delete requirements\.lock/);
});

test("Stop ends the waiting for the server", async () => {
  const files = { "requirements.txt": "cowsay", "requirements.lock": await lockOf("cowsay") };
  const { abort, prepare } = project(files, { refresh: () => new Promise(() => {}) });

  const prepared = prepare();
  setTimeout(() => abort.abort(), 5);

  assert.deepEqual(await prepared, READY);
});

test("other requirements or another runtime are looked up again, from what was locked", async () => {
  for (const old of [await lockOf("cowsay"), await lockOf("rich", { runtime: "Pyodide 1" })]) {
    const lock = await lockOf("rich");
    const { asked, prepare } = project({ "requirements.txt": "rich", "requirements.lock": old }, { answers: [{ kind: "ok", lock }] });
    assert.deepEqual(await prepare(), READY);
    assert.deepEqual(asked, [{ requirements: "rich", lock: old }]);
  }
});

test("packages that the server brings are left to the program's imports where there is no wheel", async () => {
  const lock = await lockOf("numpy", { body: "numpy==2.4.3  # from this server\n" });
  const { prepare } = project({ "requirements.txt": "numpy" }, { answers: [{ kind: "ok", lock }] });

  assert.deepEqual(await prepare(), { wheels: [], packages: [], note: "" });
});

test("while the server is busy it is asked again", async () => {
  const lock = await lockOf("cowsay");
  const busy = { kind: "busy", message: "Busy." };
  const { asked, prepare } = project({ "requirements.txt": "cowsay" }, { answers: [busy, busy, { kind: "ok", lock }] });

  assert.deepEqual(await prepare(), READY);
  assert.equal(asked.filter((one) => one === "pause").length, 2);
});

test("Stop ends the waiting", async () => {
  const busy = { kind: "busy", message: "Busy." };
  const { asked, abort, files, packages, prepare } = project({ "requirements.txt": "cowsay" }, { answers: [busy, busy] });
  packages.pause = async () => { abort.abort(); };

  await prepare();

  assert.equal(asked.length, 1);
  assert.equal(files["requirements.lock"], undefined);
});

test("a refusal is the person's to read, and nothing is written", async () => {
  const refused = { kind: "refused", message: "There is no package named nmupy on the package index. Did you mean numpy?" };
  const { files, prepare } = project({ "requirements.txt": "nmupy" }, { answers: [refused] });

  await assert.rejects(prepare, (error) => error instanceof PackagesError && error.message === refused.message);
  assert.equal(files["requirements.lock"], undefined);
});

test("without an index the program runs with what is locked, and says so", async () => {
  const away = { kind: "away", message: "The network is away." };
  const kept = { "requirements.txt": "cowsay\nrich", "requirements.lock": await lockOf("cowsay") };
  const { note, ...rest } = await project(kept, { answers: [away] }).prepare();

  assert.deepEqual({ ...rest, note: "" }, READY);
  assert.match(note, /the network is away\. The program runs with the packages in requirements\.lock\.$/);
  await assert.rejects(project({ "requirements.txt": "cowsay" }, { answers: [away] }).prepare, PackagesError);
});

test("an answer that is no lock is not kept", async () => {
  const { files, prepare } = project({ "requirements.txt": "cowsay" }, { answers: [{ kind: "ok", lock: "--index-url x" }] });

  await assert.rejects(prepare, PackagesError);
  assert.equal(files["requirements.lock"], undefined);
});

test("who only looks uses the owner's lock and asks for no other", async () => {
  const old = await lockOf("cowsay");
  const other = project({ "requirements.txt": "rich", "requirements.lock": old }, { mayLookUp: false });
  const none = project({ "requirements.txt": "rich" }, { mayLookUp: false });

  assert.match((await other.prepare()).note, /from before/);
  assert.deepEqual((await other.prepare()).wheels, READY.wheels);
  assert.match((await none.prepare()).note, /its owner has to run it once/);
  assert.deepEqual([...other.asked, ...none.asked], []);
});
