// Files with lasting addresses: what a release brings, and which releases stay.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Assets } from "../../../runtime_static/static/offline/worker/assets.js";
import { KeptPages } from "../../../runtime_static/static/offline/worker/pages.js";
import { newDevice, pageFor } from "./device.js";

/** @param {string} release @param {CacheStorage} [caches] */
function setUp(release, caches = newDevice()) {
  /** @type {string[]} */
  const asked = [];
  /** @type {Set<string>} */
  const missing = new Set();
  const server = async (/** @type {string | Request | URL} */ request) => {
    const path = new URL(String(request instanceof Request ? request.url : request), "https://north.example").pathname;
    asked.push(path);
    const headers = { "Cache-Control": path.startsWith("/static/") ? "public, immutable" : "no-store" };
    const answer = new Response(`${release} ${path}`, { status: missing.has(path) ? 404 : 200, headers });
    Object.defineProperty(answer, "type", { value: "basic" });
    return answer;
  };
  return { caches, asked, missing, assets: new Assets({ caches, fetch: /** @type {typeof fetch} */ (server), release }) };
}

const FILES = ["/static/a.1.js", "/static/b.1.js", "/static/c.1.css"];

test("what is installed answers without the server", async () => {
  const { assets, asked } = setUp("one");
  await assets.install(FILES, ["/offline/"]);
  asked.length = 0;

  const answer = await assets.answer(new Request("https://north.example/static/a.1.js"));

  assert.equal(await answer.text(), "one /static/a.1.js");
  assert.deepEqual(asked, []);
  assert.equal(await (await assets.page("/offline/"))?.text(), "one /offline/");
});

test("a release with a missing file is not installed", async () => {
  const { assets, missing } = setUp("one");
  missing.add("/static/b.1.js");

  await assert.rejects(assets.install(FILES, []), /b\.1\.js answered 404/);
});

test("the next release fetches only what it does not share with this one, and its pages anew", async () => {
  const { caches, assets } = setUp("one");
  await assets.install(FILES, ["/offline/"]);
  const next = setUp("two", caches);

  await next.assets.install(["/static/a.1.js", "/static/b.2.js"], ["/offline/"]);

  assert.deepEqual(next.asked.sort(), ["/offline/", "/static/b.2.js"]);
  assert.equal(await (await next.assets.page("/offline/"))?.text(), "two /offline/");
});

test("a file that nobody listed is kept when it is used, if its address lasts", async () => {
  const { assets, asked } = setUp("one");
  for (const path of ["/static/late.9.wasm", "/static/late.9.wasm", "/vendor/changing.js", "/vendor/changing.js"]) {
    await assets.answer(new Request(`https://north.example${path}`));
    await new Promise((resolve) => setTimeout(resolve));
  }

  assert.deepEqual(asked, ["/static/late.9.wasm", "/vendor/changing.js", "/vendor/changing.js"]);
});

test("files of an earlier release stay as long as a kept page loads them", async () => {
  const { caches, assets } = setUp("one");
  await assets.install(FILES, []);
  const pages = new KeptPages({ caches });
  await pages.learn("/projects/1/", pageFor("7", { release: "one" }), Date.now());
  const next = setUp("two", caches);
  await next.assets.install(["/static/a.2.js"], []);

  await next.assets.sweep();
  assert.ok((await caches.keys()).includes("codeyard-release-one"));

  await pages.learn("/projects/1/", pageFor("7", { release: "two" }), Date.now());
  await next.assets.sweep();
  assert.deepEqual((await caches.keys()).filter((name) => name.includes("release")), ["codeyard-release-two"]);
});
