// Which of the answers a page gets.

import assert from "node:assert/strict";
import { test } from "node:test";

import { answerForm, answerPage, kindOf } from "../../../runtime_static/static/offline/worker/answering.js";

const ORIGIN = "https://north.example";
const ADDRESSES = { signOut: ["/accounts/logout/"], assets: ["/static/", "/vendor/"] };
const page = (/** @type {string} */ text, status = 200) => new Response(text, { status });
const never = new Promise(() => {});
const away = () => Promise.reject(new TypeError("Failed to fetch"));

/** @param {{answer: Promise<any>, kept?: Response, patience?: number}} sources */
async function answered({ answer, kept, patience }) {
  const offline = async () => page("offline");
  return (await answerPage({ answer, kept: Promise.resolve(kept), offline, patience })).text();
}

test("the server's answer comes first", async () => {
  assert.equal(await answered({ answer: Promise.resolve(page("new")), kept: page("kept") }), "new");
});

test("without a network the kept page opens, and the offline page in place of others", async () => {
  assert.equal(await answered({ answer: away(), kept: page("kept") }), "kept");
  assert.equal(await answered({ answer: away() }), "offline");
});

test("a server that takes too long is not waited for where the page is here", async () => {
  assert.equal(await answered({ answer: never, kept: page("kept"), patience: 5 }), "kept");
});

test("a page that is not here waits for a slow server", async () => {
  const slow = new Promise((resolve) => setTimeout(() => resolve(page("slow")), 30));

  assert.equal(await answered({ answer: slow, patience: 5 }), "slow");
});

for (const status of [502, 503, 504]) {
  test(`a proxy that says ${status} counts as no network where the page is here`, async () => {
    assert.equal(await answered({ answer: Promise.resolve(page("proxy", status)), kept: page("kept") }), "kept");
    assert.equal(await answered({ answer: Promise.resolve(page("proxy", status)) }), "proxy");
  });
}

for (const status of [401, 403, 404, 429, 500]) {
  test(`the server's own ${status} is shown as it is`, async () => {
    assert.equal(await answered({ answer: Promise.resolve(page("no", status)), kept: page("kept") }), "no");
  });
}

test("without even the offline page, the browser says what happened", async () => {
  await assert.rejects(answerPage({ answer: away(), kept: Promise.resolve(undefined), offline: async () => undefined }), TypeError);
});

/** @param {Promise<any>} answer @param {boolean} told whether a page says it @returns {Promise<[number, string]>} */
async function afterForm(answer, told) {
  const shown = await answerForm({ answer, tell: async () => told, offline: async () => page("offline") });
  return [shown.status, await shown.text()];
}

test("a form gets the server's answer, whatever it is", async () => {
  assert.deepEqual(await afterForm(Promise.resolve(page("taken", 400)), true), [400, "taken"]);
  assert.deepEqual(await afterForm(Promise.resolve(page("proxy", 502)), true), [502, "proxy"]);
});

test("a form that cannot be sent leaves the page that says so as it is", async () => {
  assert.deepEqual(await afterForm(away(), true), [204, ""]);
});

test("where no page says it, the offline page does", async () => {
  assert.deepEqual(await afterForm(away(), false), [200, "offline"]);
});

const NAVIGATION = { method: "GET", mode: "navigate" };
for (const [path, request, kind] of /** @type {[string, object, string][]} */ ([
  ["/projects/12/", NAVIGATION, "page"],
  ["/admin/", NAVIGATION, "page"],
  ["/accounts/logout/", { ...NAVIGATION, method: "POST" }, "sign-out"],
  ["/accounts/logout/", NAVIGATION, "page"],
  ["/accounts/login/", { ...NAVIGATION, method: "POST" }, "form"],
  ["/projects/", { method: "POST", mode: "cors" }, "other"],
  ["/static/a.1.js", { method: "GET", mode: "cors" }, "asset"],
  ["/vendor/idb@8/index.js", { method: "GET", mode: "cors" }, "asset"],
  ["/projects/12/files/", { method: "GET", mode: "cors" }, "other"],
  ["/projects/12/files/1/", { method: "PUT", mode: "cors" }, "other"],
  ["/healthz", { method: "GET", mode: "cors" }, "other"],
])) {
  test(`${path} (${JSON.stringify(request)}) is of the kind ${kind}`, () => {
    const asked = /** @type {any} */ ({ url: ORIGIN + path, ...request });

    assert.equal(kindOf(asked, ORIGIN, ADDRESSES), kind);
  });
}

test("other origins are nobody's business here", () => {
  assert.equal(kindOf({ url: "https://run.example/static/a.js", method: "GET", mode: "cors" }, ORIGIN, ADDRESSES), "other");
});
