import assert from "node:assert/strict";
import { test } from "node:test";

import { said } from "./ruff.js";

/** Program, what is marked of it, and words that must be in the sentence. @type {readonly [string, string, RegExp][]} */
const CASES = [
  ["while x == 3\n    print(x)\n", "3", /A `:` is missing/],
  ["class Cat\n    pass\n", "Cat", /line with `class`/],
  ["if x = 3:\n    print(x)\n", "=", /`==`/],
  ["if x => 1:\n    pass\n", "=", /`>=`/],
  ["if x:\n    pass\nelse if y:\n    pass\n", "if", /`elif`/],
  ["else:\n    pass\n", "else", /no `if`/],
  ["if x == 3 then:\n    pass\n", "then", /`then`/],
  ['print "hello"\n', '"hello"', /`print\(…\)`/],
  ['print("a"\nprint("b")\n', "(", /never closed/],
  ["if (x > 1:\n    print(1)\n", "(", /never closed/],
  ["x = {1: 2\ny = 3\n", "{", /never closed/],
  ["x = [1,\n     2\n     3]\n", "3", /comma/],
  ['print("a"))\n', ")", /no partner/],
  ["x = (1, 2]\n", "]", /cannot close `\(`/],
  ['print("a (b", c d)\n', "d", /comma/],
  ['name = input("a)\nprint(name)\n', '"a)', /no closing quote `"`/],
  ["x = 'it's'\n", "s", /apostrophe/],
  ["print(“hello”)\n", "“", /curly quote/],
  ["def f():\nprint(1)\n", "print", /indented by four spaces/],
  ["x = 1\n  y = 2\n", "  y = 2", /indented further/],
  ["if x:\n    a = 1\n  b = 2\n", "  b = 2", /same column/],
  ["for i range(3):\n    pass\n", "range", /needs `in`/],
  ["function f():\n    pass\n", "f", /`def`/],
  ["def f:\n    pass\n", ":", /brackets/],
  ["5 = x\n", "5", /name comes first/],
  ["my-score = 5\n", "my-score", /`my_score`/],
  ["True = 1\n", "True", /fixed value/],
  ["class = 5\n", "=", /`class` is a word of Python's own/],
  ["i++\n", "+", /`i \+= 1`/],
  ["if a && b:\n    pass\n", "&", /`and`/],
  ["x = 5 +\n", "+", /After `\+` something is missing/],
  ["print('a' + )\n", ")", /After `\+` something is missing/],
  ["import\n", "import", /comes a name/],
  ["from random\n", "random", /`from module import name`/],
  ["try:\n    pass\n", "pass", /`except`/],
  [">>> print(1)\n", ">>", /Leave them out/],
  ["print(a=1, 2)\n", "2", /without a name come before/],
  ['f"{name"\n', '"', /f-string/],
  ["x = 007\n", "007", /begin with 0/],
];

for (const [program, marked, words] of CASES) {
  test(`what cannot be read: ${JSON.stringify(program)}`, () => {
    const found = said(program).filter((one) => one.startsWith("syntax "));

    assert.equal(found.length, 1);
    assert.ok(found[0].startsWith(`syntax [${marked}] `), found[0]);
    assert.match(found[0], words);
  });
}

test("of several errors the first is told, as Python does it", () => {
  const found = said("for i in range(3)\n    print(i)\nwhile True\n    pass\n");

  assert.deepEqual(found.length, 1);
  assert.match(found[0], /line with `for`/);
});
