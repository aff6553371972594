// requirements.txt and requirements.lock are read as the server reads them: the same cases.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { fingerprint, namesIn, readLock, requirementLines, textOf } from "../../../projects/static/projects/requirements.js";

const CASES = JSON.parse(readFileSync(new URL("../../projects/requirements.json", import.meta.url), "utf8"));
const HASH = "a".repeat(64);
const HEAD = `# requirements: ${"b".repeat(64)}\n# runtime: Pyodide 314.9.9\n`;

test("lines are those that ask for something", () => {
  for (const { text, lines } of CASES.lines) assert.deepEqual(requirementLines(text), lines, JSON.stringify(text));
});

test("the fingerprint ignores comments only, and is the server's", async () => {
  for (const { text, same, other } of CASES.fingerprints) {
    assert.equal(await fingerprint(text), await fingerprint(same));
    assert.notEqual(await fingerprint(text), await fingerprint(other));
  }
  assert.equal(await fingerprint("cowsay # moo"), "05b720a1bc16213a47d31658216ab67d6d088cff6dfdb57bd553a0449f1cbdc9");
});

test("a lock of another shape is no lock", () => {
  for (const { name, head, crlf, body, wheels, served } of CASES.locks) {
    const text = (head ? HEAD : "") + body.replaceAll("HASH", HASH);
    const lock = readLock(crlf ? text.replaceAll("\n", "\r\n") : text);
    assert.deepEqual(lock && lock.wheels.map((wheel) => wheel.name), wheels, name);
    if (lock) assert.deepEqual(lock.served.map((entry) => entry.name), served, name);
  }
});

test("a lock is read with everything that a run needs", () => {
  const lock = readLock(`${HEAD}cowsay==6.1 --hash=sha256:${HASH}  # 25560 bytes\n`);
  assert.deepEqual(lock, {
    madeFrom: "b".repeat(64), runtime: "Pyodide 314.9.9", wheels: [{ name: "cowsay", version: "6.1", sha256: HASH, size: 25560 }], served: [],
  });
});

test("names are told without versions, and not all of many", () => {
  assert.equal(namesIn("cowsay==6.1\nrich >= 3\n# x\n-r y\n"), "cowsay, rich");
  assert.equal(namesIn("a\nb\nc\nd\ne"), "a, b, c, d …");
});

test("text is read from UTF-16 as Windows writes it", () => {
  const bytes = Buffer.from("\ufeffcowsay\r\n", "utf16le");
  assert.deepEqual(requirementLines(textOf({ base64: bytes.toString("base64") }) ?? ""), ["cowsay"]);
  assert.equal(textOf({ base64: Buffer.from([0, 1, 2]).toString("base64") }), null);
  assert.equal(textOf({ text: "x" }), "x");
  assert.equal(textOf(null), null);
});
