// Loading ahead: never for somebody who saves data, and never an error for anybody.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchAhead, neededAtStart } from "../../../runtime_static/static/runtime/frame/ahead.js";
import { SnapshotSource, wasCached } from "../../../runtime_static/static/runtime/frame/assets.js";
import { savesData } from "../../../runtime_static/static/runtime/idle-time.js";
import { FETCHED_AHEAD } from "../../../runtime_static/static/runtime/messages.js";
import { tellsDone, wantsAhead } from "../../../runtime_static/static/runtime/runner/ahead.js";

const ADDRESSES = {
  worker: "/worker.js", pyodide: "/pyodide/", packages: "/packages/", core: "/core.zip", library: "/library.zip",
  snapshot: "/snapshot.bin", code: "/code.json", checks: "/checks.json", lock: "/lock.json", modules: ["/one.js", "/two.js"],
};
const FRAME = "http://run.localhost/frame/open/0123456789abcdef/";

/** @param {(address: string) => Response | Promise<Response | never>} answer @param {() => Promise<void>} body */
async function withFetch(answer, body) {
  const { fetch } = globalThis;
  globalThis.location ??= /** @type {any} */ ({ href: "http://run.localhost/" });
  globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ address) => answer(address));
  try {
    await body();
  } finally {
    globalThis.fetch = fetch;
  }
}

test("somebody who saves data is known by the browser's word", () => {
  assert.equal(savesData({ connection: { saveData: true } }), true);
  assert.equal(savesData({ connection: { saveData: false } }), false);
  assert.equal(savesData({}), false);
});

test("a page fetches ahead unless data is saved, there is no network, or this tab has done it", () => {
  /** @param {string | null} done */
  const storage = (done) => ({ getItem: () => done });

  assert.equal(wantsAhead(FRAME, {}, null), true);
  assert.equal(wantsAhead(FRAME, { onLine: true }, storage(null)), true);
  assert.equal(wantsAhead(FRAME, {}, storage("another release")), true);
  assert.equal(wantsAhead(FRAME, {}, storage(FRAME)), false);
  assert.equal(wantsAhead(FRAME, { onLine: false }, null), false);
  assert.equal(wantsAhead(FRAME, { connection: { saveData: true } }, null), false);
});

test("only the frame itself can say that everything is there", () => {
  const frame = { source: {}, origin: "http://run.localhost" };
  /** @param {object} changes */
  const told = (changes) => tellsDone(/** @type {any} */ ({ ...frame, data: { ...FETCHED_AHEAD }, ...changes }), frame);

  assert.equal(told({}), true);
  assert.equal(told({ source: {} }), false);
  assert.equal(told({ origin: "http://evil.example" }), false);
  assert.equal(told({ data: { type: "hello" } }), false);
  assert.equal(told({ data: null }), false);
});

test("all that a start needs is fetched, one after another, the large parts first", async () => {
  /** @type {string[]} */
  const asked = [];
  await withFetch((address) => { asked.push(address); return new Response("bytes"); }, async () => {
    assert.equal(await fetchAhead(neededAtStart(ADDRESSES)), true);
  });

  assert.deepEqual(asked, [
    "/core.zip", "/pyodide/pyodide.asm.wasm", "/pyodide/pyodide.mjs", "/pyodide/pyodide.asm.mjs", "/lock.json", "/code.json",
    "/worker.js", "/one.js", "/two.js", "/snapshot.bin", "/library.zip",
  ]);
});

test("what cannot be loaded ends it without an error", async () => {
  /** @type {string[]} */
  const asked = [];
  await withFetch((address) => { asked.push(address); throw new TypeError("Failed to fetch"); }, async () => {
    assert.equal(await fetchAhead(["/one", "/two"]), false);
  });
  await withFetch(() => new Response("", { status: 404 }), async () => {
    assert.equal(await fetchAhead(["/gone"]), false);
  });

  assert.deepEqual(asked, ["/one"]);
});

test("the snapshot is asked for once", async () => {
  let asked = 0;
  await withFetch(() => { asked += 1; return new Response("bytes"); }, async () => {
    const source = new SnapshotSource("/snapshot.bin");

    const [first, second] = await Promise.all([source.load(), source.loadSoon(1_000)]);

    assert.equal(new TextDecoder().decode(first ?? new ArrayBuffer()), "bytes");
    assert.equal(second, first);
    assert.equal(asked, 1);
  });
});

test("a snapshot that does not come soon is done without, and one that cannot come is nothing", async () => {
  await withFetch(() => new Promise(() => {}), async () => {
    assert.equal(await new SnapshotSource("/snapshot.bin").loadSoon(0), null);
  });
  await withFetch(() => new Response("", { status: 404 }), async () => {
    assert.equal(await new SnapshotSource("/snapshot.bin").load(), null);
  });
});

test("the browser's record tells what was in its cache", () => {
  /** @param {number[]} sizes */
  const record = (sizes) => ({ getEntriesByName: () => sizes.map((transferSize) => ({ transferSize })) });

  assert.equal(wasCached("/core.zip", record([0])), true);
  assert.equal(wasCached("/core.zip", record([1_000_000, 0])), false, "loaded by a preload, and then used");
  assert.equal(wasCached("/core.zip", record([])), false);
});
