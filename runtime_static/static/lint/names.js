// Which name somebody may have meant. Pure.

/** Python's own names that lessons use. */
const BUILT_IN = Object.freeze([
  "True", "False", "None", "abs", "all", "any", "bool", "chr", "dict", "enumerate", "exit", "filter", "float", "format", "input",
  "int", "isinstance", "len", "list", "map", "max", "min", "open", "ord", "pow", "print", "range", "reversed", "round", "set",
  "sorted", "str", "sum", "super", "tuple", "type", "zip", "Exception", "FileNotFoundError", "IndexError", "KeyError",
  "KeyboardInterrupt", "NameError", "TypeError", "ValueError", "ZeroDivisionError",
]);
const KEYWORDS = new Set(
  ("and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass " +
  "raise return try while with yield match case").split(" "),
);
/** Modules that lessons import; a name like theirs was probably meant for them. */
const MODULES = new Set([
  "asyncio", "calendar", "collections", "copy", "csv", "datetime", "decimal", "functools", "itertools", "json", "math", "os", "pathlib",
  "random", "re", "sqlite3", "statistics", "string", "sys", "textwrap", "time", "turtle",
]);
/** @type {Readonly<Record<string, string>>} names that come with one import and no other */
const IMPORTS = Object.freeze({
  np: "import numpy as np", numpy: "import numpy", pd: "import pandas as pd", pandas: "import pandas", plt: "import matplotlib.pyplot as plt",
  randint: "from random import randint", choice: "from random import choice", shuffle: "from random import shuffle",
  sqrt: "from math import sqrt", pi: "from math import pi", sleep: "from time import sleep", Path: "from pathlib import Path",
  Turtle: "from turtle import Turtle", Screen: "from turtle import Screen", Counter: "from collections import Counter",
  defaultdict: "from collections import defaultdict", dataclass: "from dataclasses import dataclass", requests: "import requests",
});

/** What Python's own suggestions count: a change costs two, a change of case one; the limit grows with the length. */
const MOVE = 2;
const CASE = 1;

/** @param {string} name @returns {boolean} whether Python itself has it, among what lessons use */
export function isBuiltIn(name) {
  return BUILT_IN.includes(name) && !["True", "False", "None"].includes(name);
}

/** @param {string} name @returns {string} the line that brings this name, empty when none is known */
export function importFor(name) {
  if (Object.hasOwn(IMPORTS, name)) return IMPORTS[name];
  return MODULES.has(name) ? `import ${name}` : "";
}

/**
 * @param {string} name that is not defined @param {Iterable<string>} known names of the program
 * @returns {string} the closest name of the program or of Python, empty when none is close
 */
export function closestName(name, known) {
  let best = "";
  let bestCost = Infinity;
  for (const candidate of [...known, ...BUILT_IN]) {
    if (candidate === name || KEYWORDS.has(candidate)) continue;
    const limit = ((name.length + candidate.length + 3) * MOVE) / 6;
    const cost = distance(name, candidate);
    if (cost <= limit && cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  return best;
}

/** Optimal string alignment: two neighbours that changed places are one change. @param {string} a @param {string} b */
function distance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column * MOVE)];
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i * MOVE]);
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2][j - 2] + MOVE : Infinity;
      rows[i].push(Math.min(rows[i - 1][j] + MOVE, rows[i][j - 1] + MOVE, rows[i - 1][j - 1] + change(a[i - 1], b[j - 1]), swapped));
    }
  }
  return rows[a.length][b.length];
}

/** @param {string} a one character @param {string} b one character */
function change(a, b) {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE : MOVE;
}
