import assert from "node:assert/strict";
import { test } from "node:test";

import { readLines } from "../../../accounts/static/accounts/json-lines.js";

/** @param {string[]} parts @returns {ReadableStream<Uint8Array>} */
const streamOf = (parts) =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });

/** @param {string[]} parts */
async function linesOf(parts) {
  const lines = [];
  for await (const line of readLines(streamOf(parts))) lines.push(line);
  return lines;
}

test("lines come whole, however the network cuts them", async () => {
  assert.deepEqual(await linesOf(['{"do', 'ne":1}\n{"done":2}\n{"text":"Zo', 'ë"}\n']), [{ done: 1 }, { done: 2 }, { text: "Zoë" }]);
});

test("a line that was cut off at the end is not taken for one", async () => {
  assert.deepEqual(await linesOf(['{"done":1}\n{"do']), [{ done: 1 }]);
});
