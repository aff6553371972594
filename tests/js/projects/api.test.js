// The API's client against a real HTTP server that answers as ours does, or as a network does that is not ours.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, beforeEach, test } from "node:test";
import { ApiError, ProjectApi } from "../../../projects/static/projects/api.js";

/** @import { IncomingMessage, Server, ServerResponse } from "node:http" */
/** @import { SaveRequest } from "../../../projects/static/projects/synced-file.js" */

const ID = "0b7f6d2e-8a9b-4d0c-9f3e-1c2d3e4f5a6b";
const FILE = { id: ID, path: "main.py", revision: 2, size: 3, binary: false, text: "one", url: "", deleted: false, savedAt: "" };
const SAVE = /** @type {SaveRequest} */ ({
  kind: "save", key: "k1", baseRevision: 1, path: "main.py", content: { text: "one" }, pin: true, losing: false,
});

/** @type {Server} */
let server;
/** @type {{method: string | undefined, url: string | undefined, headers: Record<string, unknown>, body: string}[]} */
let asked = [];
/** @type {(response: ServerResponse) => void} */
let answer = () => {};
/** @type {ProjectApi} */
let api;

before(async () => {
  server = createServer(async (request, response) => {
    asked.push({ method: request.method, url: request.url, headers: request.headers, body: await bodyOf(request) });
    answer(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/projects/7/`;
  api = new ProjectApi({ person: 5, csrfCookie: "csrftoken", filesUrl: `${base}files/`, projectUrl: base });
});

after(() => server.close());

beforeEach(() => {
  asked = [];
  setCookie("first");
});

/** @param {string} token */
function setCookie(token) {
  Reflect.set(globalThis, "document", { cookie: `theme=dark; csrftoken=${token}` });
}

/** @param {IncomingMessage} request @returns {Promise<string>} */
async function bodyOf(request) {
  let body = "";
  for await (const piece of request) body += piece;
  return body;
}

/** @param {number} status @param {unknown} data @returns {(response: ServerResponse) => void} */
const json = (status, data) => (response) => {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(data));
};

test("a save says for whom, based on what, and once", async () => {
  answer = json(200, { file: FILE });

  const result = await api.send(ID, SAVE);

  assert.deepEqual(result, { kind: "ok", file: FILE });
  assert.equal(asked[0].method, "PUT");
  assert.equal(asked[0].url, `/projects/7/files/${ID}/`);
  assert.equal(asked[0].headers["x-csrftoken"], "first");
  assert.equal(asked[0].headers["x-codeyard-person"], "5");
  assert.deepEqual(JSON.parse(asked[0].body), { path: "main.py", baseRevision: 1, key: "k1", text: "one", pin: true });
});

test("renames and deletions carry no content", async () => {
  answer = json(200, { file: FILE });

  await api.send(ID, { ...SAVE, kind: "rename", content: null });
  await api.send(ID, { ...SAVE, kind: "delete", content: null });

  assert.deepEqual(asked.map(({ method }) => method), ["PATCH", "DELETE"]);
  assert.deepEqual(JSON.parse(asked[0].body), { path: "main.py", baseRevision: 1, key: "k1" });
  assert.deepEqual(JSON.parse(asked[1].body), { baseRevision: 1, key: "k1" });
});

for (const [status, data, kind] of /** @type {const} */ ([
  [409, { code: "stale", message: "", file: FILE }, "stale"],
  [409, { code: "name-taken", message: "Taken." }, "name-taken"],
  [401, { code: "signed-out", message: "" }, "signed-out"],
  [401, { code: "other-person", message: "" }, "other-person"],
  [403, { code: "forbidden", message: "" }, "forbidden"],
  [404, { code: "not-found", message: "" }, "gone"],
  [429, { code: "slow-down", message: "" }, "slow-down"],
  [400, { code: "invalid", message: "" }, "refused"],
  [413, { code: "too-large", message: "" }, "refused"],
  [500, { code: "error", message: "" }, "offline"],
  [503, { code: "error", message: "" }, "offline"],
  [200, { hello: "I am not Codeyard" }, "offline"],
  [200, { file: { ...FILE, id: "another" } }, "offline"],
])) {
  test(`${status} ${"code" in data ? data.code : "without a file"} is ${kind}`, async () => {
    answer = json(status, data);

    assert.equal((await api.send(ID, SAVE)).kind, kind);
  });
}

for (const [status, data, kind] of /** @type {[number, object, string][]} */ ([
  [200, { project: { id: 12, name: "Maze", mainPath: "maze.py" } }, "chosen"],
  [200, { hello: "I am not Codeyard" }, "offline"],
  [400, { code: "invalid", message: "" }, "refused"],
  [401, { code: "signed-out", message: "" }, "signed-out"],
  [404, { code: "not-found", message: "" }, "gone"],
])) {
  test(`${status} ${"code" in data ? data.code : Object.keys(data)[0]} to the choice of the main file is ${kind}`, async () => {
    answer = json(status, data);

    assert.equal((await api.chooseMain("maze.py")).kind, kind);
  });
}

test("a captive portal that answers 200 with a page is no save", async () => {
  answer = (response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end("<h1>Welcome to the café</h1>");
  };

  assert.equal((await api.send(ID, SAVE)).kind, "offline");
});

test("a portal that redirects is no save", async () => {
  answer = (response) => {
    response.writeHead(302, { Location: "http://127.0.0.1:1/" });
    response.end();
  };

  assert.equal((await api.send(ID, SAVE)).kind, "offline");
});

test("a connection that breaks off is no save", async () => {
  answer = (response) => response.destroy();

  assert.equal((await api.send(ID, SAVE)).kind, "offline");
});

test("JSON that breaks off is no save", async () => {
  answer = (response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end('{"file": {"id": "');
  };

  assert.equal((await api.send(ID, SAVE)).kind, "offline");
});

test("a refused token is read again from the cookie and tried once more", async () => {
  answer = (response) => {
    answer = json(200, { file: FILE });
    setCookie("second");
    json(403, { code: "csrf", message: "" })(response);
  };

  const result = await api.send(ID, SAVE);

  assert.equal(result.kind, "ok");
  assert.deepEqual(asked.map(({ headers }) => headers["x-csrftoken"]), ["first", "second"]);
});

test("a token that stays refused is tried no more than twice", async () => {
  answer = json(403, { code: "csrf", message: "" });

  assert.equal((await api.send(ID, SAVE)).kind, "forbidden");
  assert.equal(asked.length, 2);
});

test("a portal's page does not pass for a picture", async () => {
  answer = (response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end("<h1>Welcome</h1>");
  };

  await assert.rejects(api.bytes(ID), ApiError);
});

test("the content of a file is its bytes", async () => {
  answer = (response) => {
    response.writeHead(200, { "Content-Disposition": "attachment" });
    response.end(Buffer.from([0, 255, 10]));
  };

  assert.deepEqual([...(await api.bytes(ID))], [0, 255, 10]);
});
