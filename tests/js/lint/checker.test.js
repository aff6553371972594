import assert from "node:assert/strict";
import { test } from "node:test";

import { RULES } from "../../../runtime_static/static/lint/rules.js";
import { check, said } from "./ruff.js";

test("an undefined name comes with the name that was meant", () => {
  assert.deepEqual(said('name = input("Who? ")\nprint(nmae)\n'), ["F821 [nmae] `nmae` is not defined. Did you mean `name`?"]);
});

test("a module that was not imported is named as that", () => {
  assert.match(said("print(random.randint(1, 6))\n")[0], /Did you forget `import random`\?/);
  assert.match(said("plt.show()\n")[0], /Did you forget `import matplotlib.pyplot as plt`\?/);
});

test("what Python itself has is known, and so is what a star import may bring", () => {
  assert.deepEqual(said("from turtle import *\nforward(100)\nprint(len(__name__))\nexit()\n"), []);
});

test("a name that is given a value further down is no mistake of spelling", () => {
  assert.deepEqual(said("def show():\n    print(score)\n\n\nscore = 3\nshow()\n"), []);
});

test("an unused import is a hint, and its words say `yet`", () => {
  const [problem] = check("import random\nprint(1)\n");

  assert.equal(problem.severity, "hint");
  assert.equal(problem.message, "`random` is imported and not used yet.");
});

test("a file of the project may be imported for what it does", () => {
  assert.deepEqual(said("import game\n", ["game"]), []);
  assert.equal(said("import game\n", ["other"]).length, 1);
});

test("await outside a function is right here, yield is not", () => {
  assert.deepEqual(said("import asyncio\nawait asyncio.sleep(1)\n"), []);
  assert.match(said("yield 3\n")[0], /^F704 .*`yield` works only inside a function/);
});

test("a variable of the outside that a function changes is explained", () => {
  assert.match(said("total = 0\n\n\ndef add(n):\n    total += n\n")[0], /^F823 \[total\].*write `global total` first/);
});

test("a comparison that was meant to give a value, and one by `is`", () => {
  assert.match(said("x = 1\nx == 5\n")[0], /^B015 \[x == 5\]/);
  assert.match(said("x = input()\nif x is 'yes':\n    print(x)\n")[0], /^F632/);
});

test("a call without brackets says how to call", () => {
  assert.match(said("things = []\nthings.sort\n")[0], /add brackets: `things.sort\(\)`/);
});

test("style is nobody's business", () => {
  const untidy = "import math, time\nclass thing :\n  def F(Self,l = [] ):\n    X=1;print(l)\n    if l==None : return math.pi,time\nlist=[1]\nthing( ).F( )\n";

  assert.deepEqual(said(`${untidy}${"#".repeat(500)}\n`), []);
});

test("of two problems at one place the more urgent is told", () => {
  const found = check("import random\nimport random\n");

  assert.deepEqual(found.map(({ code }) => code), ["F811"]);
});

test("offsets count as the editor counts", () => {
  const text = "faces = '😀😀'; print(fcaes)\r\nimport os\r\n";

  assert.deepEqual(check(text).map(({ from, to }) => text.slice(from, to)), ["fcaes", "os"]);
});

test("an empty file and one of nothing but strange signs have an answer", () => {
  assert.deepEqual(check(""), []);
  assert.equal(check("\u0000\u2028$$$ 😀 \ud800").length, 1);
});

test("every rule has words for whatever it is given", () => {
  for (const [code, { words }] of Object.entries(RULES)) {
    const sentence = words({ text: "x", message: "", line: "", names: new Set() });
    assert.match(sentence, /[.?]/, code);
    assert.equal((sentence.match(/`/g) ?? []).length % 2, 0, code);
  }
});

test("no text breaks the checker", () => {
  const program = "def greet(name, times=2):\n    for i in range(times):\n        print(f\"Hi {name}\", [i, {'a': (1, 2)}])\n\n\nif True:\n    greet('Ada')\n";

  for (let at = 0; at < program.length; at += 1) {
    for (const text of [program.slice(0, at), program.slice(at), program.slice(0, at) + program.slice(at + 1)]) {
      for (const { from, to, message } of check(text)) assert.ok(from >= 0 && to <= text.length && from < to && message, JSON.stringify(text));
    }
  }
});
