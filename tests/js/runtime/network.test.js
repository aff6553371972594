// What a program may send, and what becomes of the answer.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";

import { Network, parseHeaders, settableHeaders } from "../../../runtime_static/static/runtime/worker/network.js";

/** @param {import("node:http").RequestListener} answer @returns {Promise<{url: string, close: () => void}>} */
async function serve(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", () => resolve(undefined)); });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, close: () => { server.closeAllConnections(); server.close(); } };
}

test("headers that the browser sets are left to it", () => {
  const headers = settableHeaders('[["Host", "a"], ["User-agent", "b"], ["Content-Length", "1"], ["X-A", "2"], ["Accept", "*/*"]]');

  assert.deepEqual(headers, [["X-A", "2"], ["Accept", "*/*"]]);
});

test("headers of an answer are pairs", () => {
  assert.deepEqual(parseHeaders("content-type: a; b=c:d\r\nx-empty:\r\n\r\n"), [["content-type", "a; b=c:d"], ["x-empty", ""]]);
});

test("an answer has everything that Python asks for", async () => {
  const { url, close } = await serve((request, response) => {
    const chunks = /** @type {Buffer[]} */ ([]);
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      response.writeHead(418, { "X-Method": request.method, "X-Sent": String(request.headers["x-a"]) });
      response.end(Buffer.concat(chunks));
    });
  });

  const answer = /** @type {any} */ (await new Network().fetch("PUT", url, '[["X-A", "1"]]', new Uint8Array([0, 255]), 0));

  close();
  assert.equal(answer.failure, "");
  assert.deepEqual([answer.status, answer.reason, answer.url], [418, "I'm a Teapot", url]);
  assert.deepEqual([...answer.body], [0, 255]);
  const headers = Object.fromEntries(JSON.parse(answer.headers));
  assert.deepEqual([headers["x-method"], headers["x-sent"]], ["PUT", "1"]);
});

test("a request that nobody answers ends in time, or when the program is stopped", async () => {
  const { url, close } = await serve(() => {});
  const network = new Network();

  const late = await network.fetch("GET", url, "[]", null, 30);
  const waiting = network.fetch("GET", url, "[]", null, 0);
  network.abort();

  assert.deepEqual([late, await waiting], [{ failure: "timeout" }, { failure: "stopped" }]);
  assert.equal(network.open.size, 0);
  close();
});

test("a request that the browser does not let through is blocked", async () => {
  const { url, close } = await serve(() => {});
  close();

  assert.deepEqual(await new Network().fetch("GET", url, "[]", null, 0), { failure: "blocked" });
});
