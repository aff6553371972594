// Sources that run beside a project's own: their packages are loaded with those of the project.

import assert from "node:assert/strict";
import { test } from "node:test";

import { sourcesOf } from "../../../runtime_static/static/runtime/worker/checks.js";

test("sources are read from the files of steps and from tests, each once", () => {
  const files = [{ path: "helper.py", text: "import numpy" }, { path: "notes.txt", text: "import x" }, { path: "photo.py" }];

  assert.deepEqual(sourcesOf([{ files }, { files, source: "import unittest" }, {}]), ["import unittest", "import numpy"]);
});
