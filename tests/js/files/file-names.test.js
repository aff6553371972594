import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { freePath, moduleNames, pathKey, problemWith } from "../../../runtime_static/static/files/file-names.js";

const CASES = JSON.parse(readFileSync(new URL("../../projects/file_names.json", import.meta.url), "utf8"));

describe("the rules that the server has too", () => {
  for (const path of CASES.allowed) test(`${JSON.stringify(path)} is allowed`, () => assert.equal(problemWith(path, []), ""));
  for (const path of CASES.refused) test(`${JSON.stringify(path)} is refused`, () => assert.notEqual(problemWith(path, []), ""));
  for (const [a, b] of CASES.clashes) {
    test(`${a} and ${b} clash`, () => {
      assert.equal(pathKey(a), pathKey(b));
      assert.notEqual(problemWith(a, [b]), "");
    });
  }

  test("a file cannot be a folder", () => {
    assert.match(problemWith("data/a.txt", ["data"]), /is a file/);
    assert.match(problemWith("data", ["data/a.txt"]), /folder/);
  });
});

test("a free name gets the next number before its ending", () => {
  assert.equal(freePath("notes.txt", []), "notes.txt");
  assert.equal(freePath("notes.txt", ["Notes.TXT", "notes 2.txt"]), "notes 3.txt");
  assert.equal(freePath("a.b/README", ["a.b/readme"]), "a.b/README 2");
});

test("modules are what a program at the top can import", () => {
  assert.deepEqual(moduleNames(["main.py", "shapes.py", "game/__init__.py", "game/map.py", "my-file.py", "a.txt"]), ["main", "shapes", "game"]);
});
