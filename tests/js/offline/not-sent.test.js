// Which page says that its form could not be sent.

import assert from "node:assert/strict";
import { test } from "node:test";

import { tellNotSent } from "../../../runtime_static/static/offline/worker/not-sent.js";

const PATH = "/projects/";

/** Open pages; each says whether the form was its own. @param {((message: any) => boolean)[]} pages */
const clients = (pages) => ({
  matchAll: async () => pages.map((isIts) => ({
    postMessage: (/** @type {any} */ message, /** @type {MessagePort[]} */ [port]) => {
      if (isIts(message)) port.postMessage(true);
      port.close();
    },
  })),
});

test("the page whose form it was says so", async () => {
  const asked = clients([() => false, ({ type, path }) => type === "not-sent" && path === PATH]);

  assert.equal(await tellNotSent(asked, PATH, 20_000), true);
});

test("where no page knows the form, nobody is waited for", async () => {
  for (const pages of [[], [() => false]]) assert.equal(await tellNotSent(clients(pages), PATH, 5), false);
});
