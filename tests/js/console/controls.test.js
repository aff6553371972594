import assert from "node:assert/strict";
import { test } from "node:test";

import { readable } from "../../../runtime_static/static/console/controls.js";

test("a screen reader hears no sequences", () => {
  assert.equal(readable("\u001b[1;31mred\u001b[0m\u0007 \u001b]8;;https://example.org\u0007link\n"), "red link\n");
  assert.equal(readable("plain\ttext\n"), "plain\ttext\n");
});
