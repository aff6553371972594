// Wheels are taken by their hash, or the program does not start.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { afterEach, test } from "node:test";

import { readPageMessage } from "../../../runtime_static/static/runtime/messages.js";
import { WheelError, installWheels, notServed, wheelsText } from "../../../runtime_static/static/runtime/worker/wheels.js";

const CONTENT = new TextEncoder().encode("a wheel");
const HASH = createHash("sha256").update(CONTENT).digest("hex");
const { fetch } = globalThis;
afterEach(() => { globalThis.fetch = fetch; });

/** A Pyodide that remembers what was unpacked. */
function python() {
  /** @type {any[]} */
  const unpacked = [];
  /** @type {Record<string, string>} */
  const loadedPackages = {};
  return {
    unpacked, loadedPackages,
    unpackArchive: (/** @type {ArrayBuffer} */ buffer, /** @type {string} */ format, /** @type {object} */ options) => unpacked.push([buffer.byteLength, format, options]),
    pyimport: () => ({ getsitepackages: () => ({ toJs: () => ["/site"] }), invalidate_caches: () => {} }),
  };
}

/** @param {(address: string) => Response} answer */
function serve(answer) {
  /** @type {string[]} */
  const asked = [];
  globalThis.fetch = async (address) => { asked.push(String(address)); return answer(String(address)); };
  return asked;
}

const WHEEL = { name: "cowsay", sha256: HASH, size: CONTENT.length };
const LOCK = { packages: { requests: { name: "Requests" } } };

test("a wheel is asked for by its hash, unpacked, and counts as loaded", async () => {
  const asked = serve(() => new Response(CONTENT));
  const pyodide = python();
  /** @type {string[]} */
  const told = [];

  await installWheels(pyodide, [WHEEL, { ...WHEEL, name: "requests" }], LOCK, (text) => told.push(text));

  assert.deepEqual(asked, [`/wheels/${HASH}.whl`, `/wheels/${HASH}.whl`]);
  assert.deepEqual(pyodide.unpacked, Array(2).fill([CONTENT.length, "wheel", { extractDir: "/site" }]));
  assert.deepEqual(Object.keys(pyodide.loadedPackages), ["cowsay", "Requests"]);
  assert.deepEqual(told, ["Loading cowsay, requests 0.1 MB"]);
});

test("changed, missing and unreachable wheels are never unpacked", async () => {
  const answers = [() => new Response("evil"), () => new Response("", { status: 404 }), () => { throw new TypeError("offline"); }];
  for (const answer of answers) {
    serve(answer);
    const pyodide = python();
    await assert.rejects(installWheels(pyodide, [WHEEL], LOCK, () => {}), WheelError);
    assert.deepEqual(pyodide.unpacked, []);
  }
});

test("nothing is asked for when nothing is wanted", async () => {
  const asked = serve(() => new Response(""));
  await installWheels(python(), [], LOCK, () => assert.fail("said something"));
  assert.deepEqual(asked, []);
});

test("packages that this server lost are named", () => {
  assert.deepEqual(notServed(LOCK, ["requests", "numpy", "toString"]), ["numpy", "toString"]);
});

test("many names are cut", () => {
  const wheels = Array.from({ length: 9 }, (_, at) => ({ ...WHEEL, name: `p${at}`, size: 1_000_000 }));
  assert.equal(wheelsText(wheels), "Loading p0, p1, p2, p3, p4, p5 … 9.0 MB");
});

test("a run names wheels by hash and packages by name, and nothing else", () => {
  const run = { type: "run", id: 1, main: "main.py", files: [], columns: 80, wheels: [WHEEL], packages: ["numpy"] };
  const bad = [
    { wheels: [{ ...WHEEL, sha256: "../evil" }] }, { wheels: [{ ...WHEEL, sha256: HASH.toUpperCase() }] }, { wheels: [{ ...WHEEL, name: "../x" }] },
    { wheels: [{ ...WHEEL, size: 1e12 }] }, { wheels: [{ ...WHEEL, size: -1 }] }, { wheels: Array(101).fill(WHEEL) }, { wheels: WHEEL },
    { packages: ["__proto__"] }, { packages: ["a b"] }, { packages: [1] }, { packages: "numpy" }, { packages: Array(101).fill("a") },
  ];
  assert.deepEqual(readPageMessage({ ...run, wheels: [{ ...WHEEL, url: "https://evil.example/" }] }), run);
  for (const change of bad) assert.equal(readPageMessage({ ...run, ...change }), null, JSON.stringify(change).slice(0, 80));
});
