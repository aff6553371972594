// Which state of a file a page shows that came from the device.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newestFiles } from "../../../projects/static/projects/newest-files.js";

/** @param {string} id @param {number} revision @param {object} [more] */
const file = (id, revision, more) =>
  ({ id, revision, path: `${id}.py`, size: 0, binary: false, text: `${id}${revision}`, url: "", deleted: false, savedAt: "", ...more });

test("what was saved after the page was kept is newer than the page", () => {
  const newest = newestFiles([file("a", 1), file("b", 3)], [file("a", 2), file("b", 2)]);

  assert.deepEqual(newest.map(({ text }) => text), ["a2", "b3"]);
});

test("new files are there, deleted ones are not", () => {
  const newest = newestFiles([file("a", 1)], [file("a", 2, { deleted: true }), file("b", 1)]);

  assert.deepEqual(newest.map(({ id }) => id), ["b"]);
});

test("the content of a binary file is taken though its revision is the page's", () => {
  const [picture] = newestFiles([file("a", 4, { text: null, binary: true })], [file("a", 4, { text: null, binary: true, base64: "AAE=" })]);

  assert.equal(picture.base64, "AAE=");
});
