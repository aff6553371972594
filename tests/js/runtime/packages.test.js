import assert from "node:assert/strict";
import { test } from "node:test";

import { loadPackages, missingText, loadingText, packagesToLoad } from "../../../runtime_static/static/runtime/worker/packages.js";

const entry = (/** @type {string} */ name, /** @type {string[]} */ depends = []) => ({ name, depends, imports: [name], file_name: `${name}.whl` });
const LOCK = {
  packages: {
    numpy: entry("numpy"), pandas: entry("pandas", ["numpy", "python-dateutil"]),
    "python-dateutil": entry("python-dateutil", ["six"]), six: entry("six"),
    "pydantic-core": entry("pydantic_core"), pydantic: entry("pydantic", ["pydantic_core"]),
  },
  codeyard: { sizes: { numpy: 2_916_023, pandas: 4_183_474, "python-dateutil": 229_892, six: 11_050 }, missing: {}, library: { file: "library.zip", modules: [] } },
};

test("a package comes with what it depends on, without what is there", () => {
  assert.deepEqual(packagesToLoad(LOCK, ["pandas"], (name) => name === "numpy"), ["pandas", "python-dateutil", "six"]);
  assert.deepEqual(packagesToLoad(LOCK, ["pydantic"], () => false), ["pydantic", "pydantic-core"]);
  assert.deepEqual(packagesToLoad(LOCK, ["toString", "unknown"], () => false), []);
});

test("the progress text names what was asked for and the size of everything", () => {
  assert.equal(loadingText(LOCK, ["numpy"], ["numpy"]), "Loading numpy 2.9 MB");
  assert.equal(loadingText(LOCK, ["pandas"], ["numpy", "pandas", "python-dateutil", "six"]), "Loading pandas 7.3 MB");
});

for (const [away, sentence] of /** @type {[boolean, string][]} */ ([
  [false, "numpy could not be loaded from the server. Check the connection and run again."],
  [true, "numpy is not on this device yet: it loads when you are online again."],
])) {
  test(`what did not arrive is told in one sentence, ${away ? "without" : "with"} a network`, async () => {
    const told = /** @type {string[]} */ ([]);
    const pyodide = { loadedPackages: {}, loadPackage: async () => [{ name: "six" }] };

    await loadPackages(pyodide, LOCK, ["six", "numpy"], {
      progress: () => {}, warn: (words) => told.push(words), isAway: async () => away,
    });

    assert.deepEqual(told, [sentence]);
  });
}

test("a package is named, not what it needs", () => {
  assert.equal(missingText(["numpy", "pandas"], true), "numpy, pandas are not on this device yet: they load when you are online again.");
});
