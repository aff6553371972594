// Check a URL: what is said without asking, how an address is tried, and what is said of the outcome.

import assert from "node:assert/strict";
import { test } from "node:test";

import { readProbeMessage, readProbedMessage } from "../../../runtime_static/static/runtime/messages.js";
import { tryAddress } from "../../../runtime_static/static/runtime/probe/try-address.js";
import { judge, verdictOn } from "../../../runtime_static/static/runtime/probe/verdicts.js";

const OWN = ["codeyard.example", "run.example:8000"];
/** @param {string} typed @returns {any} */
const judged = (typed) => judge(typed, OWN);

test("an address is put into its full form", () => {
  for (const [typed, url] of [
    ["https://api.example/x?y=1#part", "https://api.example/x?y=1"],
    ["  api.example/x ", "https://api.example/x"],
    ["HTTPS://API.example", "https://api.example/"],
    ["https://api.example:8443/", "https://api.example:8443/"],
    ["https://bücher.example/", "https://xn--bcher-kva.example/"],
    ["https://[2001:db8::1]/", "https://[2001:db8::1]/"],
    ["https://localhost:9000/", "https://localhost:9000/"],
  ]) assert.deepEqual(judged(typed), { url });
});

test("what is no address is not asked", () => {
  for (const typed of ["", "hello", "two words.example", "ftp://a.example/", "javascript:alert(1)", "data:text/html,x", "https://", "x".repeat(2001)]) {
    const { verdict } = judged(typed);
    assert.equal(verdict?.title, "This is not a web address", typed);
  }
});

test("this site's own hosts are not asked, by whatever scheme", () => {
  for (const typed of ["codeyard.example", "http://north.codeyard.example/admin/", "https://run.example:8000/", "https://a.run.example:8000"]) {
    assert.equal(judged(typed).verdict?.title, "This is Codeyard itself", typed);
  }
  for (const typed of ["https://notcodeyard.example/", "https://run.example/", "https://codeyard.example.org/"]) assert.ok("url" in judged(typed), typed);
});

test("http leads to https, and passwords are left out", () => {
  assert.deepEqual([judged("http://a.example/x").verdict.title, judged("http://a.example/x").verdict.instead], ["It needs https", "https://a.example/x"]);
  assert.equal(judged("https://me:secret@a.example/").verdict.title, "Leave the password out");
});

test("every outcome has words, a tone and the host", () => {
  const url = "https://a.example/x";
  const tones = { readable: "ok", refused: "danger", silent: "danger", late: "warn" };
  for (const [result, tone] of Object.entries(tones)) {
    const verdict = verdictOn({ result: /** @type {any} */ (result), status: result === "readable" ? 200 : 0 }, url);
    assert.equal(verdict.tone, tone);
    assert.ok(verdict.title && verdict.text);
    assert.ok(result === "readable" || verdict.text.includes("a.example"));
  }
  assert.match(verdictOn({ result: "readable", status: 404 }, url).text, /answered 404, which means “there is no such page”/);
  assert.match(verdictOn({ result: "readable", status: 418 }, url).text, /answered 418\./);
});

/** A fetch that answers by mode. @param {Record<string, number | Error>} answers @returns {{asked: RequestInit[], fetch: any}} */
function fakeNetwork(answers) {
  const asked = /** @type {RequestInit[]} */ ([]);
  /** @param {string} _url @param {RequestInit} options */
  const fetch = async (_url, options) => {
    asked.push(options);
    const answer = answers[options.mode ?? ""];
    if (answer instanceof Error) throw answer;
    return new Response("secret", { status: answer });
  };
  return { asked, fetch };
}

test("an answer that may be read is asked for once, without cookies or a word on where from", async () => {
  const { asked, fetch } = fakeNetwork({ cors: 204 + 200 });

  assert.deepEqual(await tryAddress("https://a.example/", { fetch }), { result: "readable", status: 404 });

  assert.equal(asked.length, 1);
  assert.deepEqual([asked[0].credentials, asked[0].referrerPolicy, asked[0].cache], ["omit", "no-referrer", "no-store"]);
});

test("a refusal is told from silence by asking without the wish to read", async () => {
  const refusing = fakeNetwork({ cors: new TypeError("no"), "no-cors": 200 });
  const silent = fakeNetwork({ cors: new TypeError("no"), "no-cors": new TypeError("no") });

  assert.deepEqual(await tryAddress("https://a.example/", { fetch: refusing.fetch }), { result: "refused", status: 0 });
  assert.deepEqual(await tryAddress("https://a.example/", { fetch: silent.fetch }), { result: "silent", status: 0 });
});

test("a server that does not answer is given up", async () => {
  /** @param {string} _url @param {{signal: AbortSignal}} options @returns {Promise<never>} */
  const fetch = (_url, { signal }) => new Promise((_resolve, reject) => {
    const held = setTimeout(() => {}, 60_000); // keeps the test alive as a socket would
    signal.addEventListener("abort", () => { clearTimeout(held); reject(signal.reason); });
  });

  assert.deepEqual(await tryAddress("https://a.example/", { fetch: /** @type {any} */ (fetch), patience: 20 }), { result: "late", status: 0 });
});

test("only an https address may be asked for, and only an outcome comes back", () => {
  assert.deepEqual(readProbeMessage({ type: "probe", id: 1, url: "https://a.example/", extra: 1 }), { type: "probe", id: 1, url: "https://a.example/" });
  for (const url of ["http://a.example/", "/x", "https://", "javascript:1", 1, null, `https://a.example/${"x".repeat(2000)}`]) {
    assert.equal(readProbeMessage({ type: "probe", id: 1, url }), null, String(url));
  }
  assert.deepEqual(readProbedMessage({ type: "probed", id: 1, result: "late", status: 0, body: "x" }), { type: "probed", id: 1, result: "late", status: 0 });
  for (const bad of [{ result: "yes" }, { status: -1 }, { status: 1e6 }, { id: "1" }]) {
    assert.equal(readProbedMessage({ type: "probed", id: 1, result: "late", status: 0, ...bad }), null);
  }
});
