// Where the contents of a project's files come from, and what is said when they cannot be had.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FileContents } from "../../../projects/static/projects/file-contents.js";
import { SyncedFile } from "../../../projects/static/projects/synced-file.js";

const PICTURE = new Uint8Array([137, 80, 0, 71]);
const BASE64 = "iVAARw==";

/** As much of ProjectFiles and of Saver as contents need. */
class Files extends EventTarget {
  /** @param {SyncedFile[]} files */
  constructor(files) {
    super();
    this.present = files;
    /** @type {[string, object][]} what came from the server, to be kept */
    this.kept = [];
  }

  /** @param {string} id @param {any} content */
  know(id, content) {
    const file = this.present.find((one) => one.id === id);
    if (file) file.content = content;
  }

  /** @param {string} id @param {any} content */
  fetched(id, content) {
    this.know(id, content);
    this.kept.push([id, content]);
  }
}

/** @param {string} path @param {string | null} text @param {number} [revision] */
function file(path, text, revision = 1) {
  return SyncedFile.fromServer({ id: path, path, revision, size: 4, binary: text === null, text, url: "", deleted: false, savedAt: "" });
}

/**
 * A project with a program and two pictures.
 * @param {{online?: boolean, here?: Record<string, number>}} [options] `here`: revisions that the device keeps
 */
function project({ online = true, here = {} } = {}) {
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  const told = [];
  const kept = /** @type {any} */ ({
    works: async () => {},
    content: async (/** @type {string} */ id, /** @type {number} */ revision) => (here[id] === revision ? { base64: BASE64 } : null),
  });
  const connection = /** @type {any} */ ({ online });
  const api = /** @type {any} */ ({
    bytes: async (/** @type {string} */ id) => {
      asked.push(id);
      if (!connection.online) throw new TypeError("Failed to fetch");
      return PICTURE;
    },
  });
  const files = new Files([file("main.py", "print()"), file("a.png", null), file("b.png", null, 3)]);
  const both = /** @type {any} */ (files);
  const contents = new FileContents({ files: both, saver: both, api, kept, connection, tell: (text) => told.push(text) });
  return { contents, files, asked, told, connection };
}

test("everything is brought and kept, before anybody asks for it", async () => {
  const { contents, files, asked } = project();
  assert.equal(contents.ready(), null);

  await contents.bringAll();
  await contents.bringing;

  assert.deepEqual(contents.ready()?.map(({ path }) => path), ["main.py", "a.png", "b.png"]);
  assert.deepEqual(asked, ["a.png", "b.png"]);
  assert.deepEqual(files.kept, [["a.png", { base64: BASE64 }], ["b.png", { base64: BASE64 }]]);
});

test("nothing is brought before it is wanted", async () => {
  const { contents, asked } = project();

  contents.goOn();
  await contents.bringing;

  assert.deepEqual(asked, []);
});

test("what the device keeps in this revision is not asked for again", async () => {
  const { contents, asked } = project({ here: { "a.png": 1, "b.png": 2 } });

  await contents.bringAll();
  await contents.bringing;

  assert.deepEqual(asked, ["b.png"]);
  assert.deepEqual(contents.ready()?.[1].bytes, PICTURE);
});

test("two who want the same file at once ask once", async () => {
  const { contents, asked } = project();

  await Promise.all([contents.forProgram(), contents.forProgram()]);

  assert.deepEqual(asked, ["a.png", "b.png"]);
});

test("a file that comes later is brought too", async () => {
  const { contents, files, asked } = project({ here: { "a.png": 1, "b.png": 3 } });
  await contents.bringAll();
  await contents.bringing;

  files.present.push(file("c.png", null));
  files.dispatchEvent(new Event("files"));
  await contents.bringing;

  assert.deepEqual(asked, ["c.png"]);
});

test("without a network nothing is tried, and it goes on when the network is back", async () => {
  const { contents, asked, connection } = project({ online: false });
  await contents.bringAll();
  await contents.bringing;
  assert.deepEqual(asked, []);

  connection.online = true;
  contents.goOn();
  await contents.bringing;

  assert.notEqual(contents.ready(), null);
});

test("a program runs without what cannot be had, and hears of it", async () => {
  const { contents, told } = project({ online: false, here: { "a.png": 1 } });

  const { here, missing } = await contents.forProgram();

  assert.deepEqual(here.map(({ path }) => path), ["main.py", "a.png"]);
  assert.deepEqual(missing, ["b.png"]);
  assert.equal(contents.notHere(missing), "b.png is not on this device yet: it loads when you are online again.");
  assert.equal(contents.notHere(["a.png", "b.png"]), "2 files are not on this device yet: they load when you are online again.");
  assert.deepEqual(told, []);
});

test("who opens a file that cannot be had is told so", async () => {
  const { contents, files, told, connection } = project({ online: false });

  await contents.fetch(files.present[2]);
  connection.online = true;
  assert.deepEqual(told, ["b.png is not on this device yet: it loads when you are online again."]);
  assert.equal(contents.notHere(["b.png"]), "b.png could not be loaded. Check the network and try again.");
});
