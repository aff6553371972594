// Whose pages a device keeps, and when it lets go of them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { keptFile, keptFiles, keptPages } from "../../../runtime_static/static/offline/kept.js";
import { LONGEST_AWAY, personCache } from "../../../runtime_static/static/offline/names.js";
import { KeptPages } from "../../../runtime_static/static/offline/worker/pages.js";
import { newDevice, pageFor } from "./device.js";

const PAGE = "/projects/12/";

function setUp() {
  const clock = { now: 1_000_000 };
  const caches = newDevice();
  return { caches, clock, pages: new KeptPages({ caches, now: () => clock.now }) };
}

test("a page that was visited is found again, with its headers, and knows where it came from", async () => {
  const { pages, clock } = setUp();

  await pages.learn(PAGE, pageFor("7"), clock.now);

  const kept = await pages.find(PAGE);
  assert.equal(await kept?.text(), '<html data-kept lang="en">Maze');
  assert.equal(kept?.headers.get("Content-Security-Policy"), "script-src 'nonce-abc'");
  assert.equal(kept?.headers.has("Content-Encoding"), false);
});

test("a page that the server does not let be kept is not", async () => {
  const { pages, clock } = setUp();
  const answer = pageFor("7");
  answer.headers.delete("X-Codeyard-Keep");

  await pages.learn(PAGE, answer, clock.now);

  assert.equal(await pages.find(PAGE), undefined);
});

for (const [who, next] of [["somebody else", "8"], ["nobody", "0"]]) {
  test(`an answer for ${who} takes everything away`, async () => {
    const { pages, clock, caches } = setUp();
    await pages.learn(PAGE, pageFor("7"), clock.now);
    const other = pageFor(next);
    other.headers.delete("X-Codeyard-Keep");

    await pages.learn("/accounts/login/", other, (clock.now += 10));

    assert.equal(await pages.find(PAGE), undefined);
    assert.equal((await caches.keys()).includes(personCache("7")), false);
    await pages.learn("/", pageFor("7"), (clock.now += 10));
    assert.equal(await pages.find(PAGE), undefined, "it does not come back either");
  });
}

test("signing out takes everything away", async () => {
  const { pages, clock, caches } = setUp();
  await pages.learn(PAGE, pageFor("7"), clock.now);

  await pages.forget();

  assert.equal(await pages.find(PAGE), undefined);
  assert.deepEqual(await keptPages(caches, clock.now), []);
  assert.deepEqual(await caches.keys(), ["codeyard-owner"], "looking leaves nothing behind");
});

test("a late answer for the person before says nothing", async () => {
  const { pages, clock } = setUp();
  await pages.learn(PAGE, pageFor("7"), clock.now);
  const asked = clock.now;
  clock.now += 100;
  await pages.learn("/", pageFor("8", { title: "Hers" }), clock.now);

  await pages.learn(PAGE, pageFor("7"), asked);

  assert.equal(await pages.find(PAGE), undefined);
  assert.equal((await pages.find("/"))?.status, 200);
});

test("an answer of somebody else's server says nothing", async () => {
  const { pages, clock } = setUp();
  await pages.learn(PAGE, pageFor("7"), clock.now);

  await pages.learn(PAGE, new Response("Accept the terms"), clock.now);

  assert.equal(await (await pages.find(PAGE))?.text(), '<html data-kept lang="en">Maze');
});

for (const status of [403, 404, 410]) {
  test(`a page that is answered with ${status} is not kept any longer`, async () => {
    const { pages, clock } = setUp();
    await pages.learn(PAGE, pageFor("7"), clock.now);
    await pages.keepFiles(PAGE, 7, [{ id: "a" }]);

    await pages.learn(PAGE, pageFor("7", { status }), clock.now);

    assert.equal(await pages.find(PAGE), undefined);
  });
}

test("a device that stays away longer than a session shows nothing, and shows it again when the server has confirmed the person", async () => {
  const { pages, clock, caches } = setUp();
  await pages.learn(PAGE, pageFor("7"), clock.now);

  clock.now += LONGEST_AWAY;
  assert.equal(await pages.find(PAGE), undefined);
  assert.deepEqual(await keptPages(caches, clock.now), []);

  await pages.learn("/elsewhere/", pageFor("7"), clock.now);
  assert.ok(await pages.find(PAGE));
});

test("files are kept with their page, for its person alone, and go with it", async () => {
  const { pages, clock, caches } = setUp();
  await pages.keepFiles(PAGE, 7, [{ id: "before" }]);
  await pages.learn(PAGE, pageFor("7"), clock.now);
  await pages.keepFiles(PAGE, 7, [{ id: "a" }, { id: "b" }]);
  await pages.keepFiles(PAGE, 8, [{ id: "c" }]);
  await pages.keepFiles("/projects/1/", 7, [{ id: "d" }]);
  assert.deepEqual(await keptFiles(caches, 7, PAGE), [{ id: "a" }, { id: "b" }]);
  assert.deepEqual(await keptFiles(caches, 7, "/projects/1/"), []);
  assert.deepEqual(await keptFile(caches, 7, PAGE, "b"), { id: "b" });
  assert.equal(await keptFile(caches, 7, PAGE, "c"), undefined);
  assert.equal(await keptFile(caches, 8, PAGE, "b"), undefined);
  assert.equal((await caches.keys()).includes(personCache("8")), false, "looking leaves nothing behind");

  await pages.learn(PAGE, pageFor("7"), clock.now);
  assert.deepEqual(await keptFiles(caches, 7, PAGE), [{ id: "a" }, { id: "b" }]);

  await pages.learn(PAGE, pageFor("7", { status: 404 }), clock.now);
  assert.deepEqual(await keptFiles(caches, 7, PAGE), []);
});

test("the list of kept pages has their titles, newest first, and room for thirty", async () => {
  const { pages, clock, caches } = setUp();

  for (let number = 1; number <= 35; number += 1) {
    clock.now += 1;
    await pages.learn(`/projects/${number}/`, pageFor("7", { title: `Übung ${number} ✓` }), clock.now);
  }

  const list = await keptPages(caches, clock.now);
  assert.equal(list.length, 30);
  assert.deepEqual(list[0], { path: "/projects/35/", title: "Übung 35 ✓", keptAt: clock.now });
  assert.equal(list.at(-1)?.path, "/projects/6/");
});

test("a device that is full keeps the next page when there is room again", async () => {
  const { pages, clock, caches } = setUp();
  const open = caches.open.bind(caches);
  caches.open = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  await pages.learn(PAGE, pageFor("7"), clock.now);

  caches.open = open;
  await pages.learn(PAGE, pageFor("7"), clock.now);

  assert.ok(await pages.find(PAGE));
});
