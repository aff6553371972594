import assert from "node:assert/strict";
import { test } from "node:test";
import { SyncedFile } from "../../../projects/static/projects/synced-file.js";
import { ServerModel } from "./server-model.js";

/** @import { ServerFile } from "../../../projects/static/projects/synced-file.js" */

let keys = 0;
const newKey = () => `key-${++keys}`;

/** @param {Partial<ServerFile>} [changes] @returns {ServerFile} */
function serverFile(changes = {}) {
  return {
    id: "f1", path: "main.py", revision: 1, size: 3, binary: false, text: "one", url: "", deleted: false, savedAt: "", ...changes,
  };
}

test("a file as the server holds it has nothing to send", () => {
  const file = SyncedFile.fromServer(serverFile());

  assert.equal(file.dirty, false);
  assert.equal(file.nextRequest(newKey), null);
});

test("an edit and a rename go in one save, based on the known revision", () => {
  const file = SyncedFile.fromServer(serverFile());
  file.edit({ text: "two" }, 10);
  file.rename("game.py", 20);

  const request = file.nextRequest(newKey);

  assert.equal(request?.kind, "save");
  assert.equal(request?.baseRevision, 1);
  assert.equal(request?.path, "game.py");
  assert.deepEqual(request?.content, { text: "two" });
});

test("a rename alone sends no content, a deletion neither", () => {
  const renamed = SyncedFile.fromServer(serverFile());
  renamed.rename("game.py", 1);
  const removed = SyncedFile.fromServer(serverFile());
  removed.remove(1);

  assert.equal(renamed.nextRequest(newKey)?.kind, "rename");
  assert.equal(removed.nextRequest(newKey)?.kind, "delete");
});

test("an unanswered request is sent again unchanged, whatever was typed since", () => {
  const file = SyncedFile.fromServer(serverFile());
  file.edit({ text: "two" }, 1);
  const first = file.nextRequest(newKey);
  file.edit({ text: "three" }, 2);

  const again = file.nextRequest(newKey);
  file.answered({ kind: "ok", file: serverFile({ revision: 2, text: "two" }) }, 3);

  assert.equal(again, first);
  assert.equal(file.dirty, true);
  assert.equal(file.nextRequest(newKey)?.baseRevision, 2);
});

test("an unanswered request outlives the page", () => {
  const server = new ServerModel();
  const file = SyncedFile.fresh("f1", "main.py", { text: "one" }, 1);
  const request = file.nextRequest(newKey);
  assert.ok(request);
  server.handle("f1", request, "a"); // the answer is lost
  file.edit({ text: "one and more" }, 2);

  const later = new SyncedFile(structuredClone(file.toDraft()));
  const replay = later.nextRequest(newKey);
  assert.ok(replay);
  const answer = server.handle("f1", replay, "a");

  assert.equal(answer.kind, "ok");
  if (answer.kind === "ok") later.answered(answer, 3);
  assert.equal(later.nextRequest(newKey)?.baseRevision, 1);
  assert.deepEqual(later.content, { text: "one and more" });
});

test("a clean file takes over what is newer", () => {
  const file = SyncedFile.fromServer(serverFile());

  const outcome = file.remoteChanged(serverFile({ revision: 4, text: "four", path: "b.py" }), 1);

  assert.equal(outcome.took, true);
  assert.deepEqual(file.content, { text: "four" });
  assert.equal(file.path, "b.py");
  assert.equal(file.dirty, false);
});

test("a changed file and a newer text are a conflict, and nothing more is sent", () => {
  const file = SyncedFile.fromServer(serverFile());
  file.edit({ text: "mine" }, 1);

  const outcome = file.remoteChanged(serverFile({ revision: 2, text: "theirs" }), 2);

  assert.equal(outcome.conflict, true);
  assert.deepEqual(file.content, { text: "mine" });
  assert.equal(file.nextRequest(newKey), null);
});

test("the same edit on both sides is no conflict", () => {
  const file = SyncedFile.fromServer(serverFile());
  file.edit({ text: "same" }, 1);

  file.remoteChanged(serverFile({ revision: 2, text: "same" }), 2);

  assert.equal(file.conflict, null);
  assert.equal(file.dirty, false);
});

test("a rename here and an edit there are both kept", () => {
  const file = SyncedFile.fromServer(serverFile());
  file.rename("here.py", 1);

  file.remoteChanged(serverFile({ revision: 2, text: "there" }), 2);
  const request = file.nextRequest(newKey);

  assert.deepEqual(file.content, { text: "there" });
  assert.equal(request?.kind, "rename");
  assert.equal(request?.path, "here.py");
  assert.equal(request?.baseRevision, 2);
});

test("a file that was changed elsewhere is not deleted", () => {
  const file = SyncedFile.fromServer(serverFile());
  file.remove(1);

  const outcome = file.remoteChanged(serverFile({ revision: 2, text: "theirs" }), 2);

  assert.equal(outcome.note, "kept-changed");
  assert.equal(file.deleted, false);
  assert.deepEqual(file.content, { text: "theirs" });
  assert.equal(file.dirty, false);
});

test("a text that was changed here comes back when the file was deleted elsewhere", () => {
  const file = SyncedFile.fromServer(serverFile());
  file.edit({ text: "mine" }, 1);

  const outcome = file.remoteChanged(serverFile({ revision: 2, deleted: true }), 2);
  const request = file.nextRequest(newKey);

  assert.equal(outcome.note, "brought-back");
  assert.equal(request?.kind, "save");
  assert.equal(request?.baseRevision, 2);
  assert.deepEqual(request?.content, { text: "mine" });
});

test("our own save, answered into the void and its key forgotten, is no conflict", () => {
  const file = SyncedFile.fromServer(serverFile());
  file.edit({ text: "mine" }, 1);
  file.nextRequest(newKey);
  file.edit({ text: "mine, and more" }, 2);

  const outcome = file.answered({ kind: "stale", file: serverFile({ revision: 2, text: "mine" }) }, 3);

  assert.equal(outcome.conflict, undefined);
  assert.equal(file.nextRequest(newKey)?.baseRevision, 2);
});

test("keeping mine saves it over theirs, as a version of its own", () => {
  const file = SyncedFile.fromServer(serverFile());
  file.edit({ text: "mine" }, 1);
  file.remoteChanged(serverFile({ revision: 2, text: "theirs" }), 2);

  file.resolve("mine", { text: "theirs" }, 3);
  const request = file.nextRequest(newKey);

  assert.equal(request?.baseRevision, 2);
  assert.deepEqual(request?.content, { text: "mine" });
  assert.equal(request?.pin, true);
});

test("taking the other saves mine into the history first, then theirs", () => {
  const server = new ServerModel();
  const file = SyncedFile.fresh("f1", "main.py", { text: "one" }, 1);
  const send = () => {
    const request = file.nextRequest(newKey);
    if (request) file.answered(/** @type {any} */ (server.handle("f1", request, "a")), 1);
    return request;
  };
  send();
  server.handle("f1", {
    kind: "save", key: "other", baseRevision: 1, path: "main.py", content: { text: "theirs" }, pin: false, losing: false,
  }, "b");
  file.edit({ text: "mine" }, 2);
  send();
  assert.ok(file.conflict);

  file.resolve("theirs", { text: "theirs" }, 3);
  assert.deepEqual(file.content, { text: "theirs" });
  while (send());

  const texts = server.states.get("f1")?.map((state) => "text" in state.content && state.content.text);
  assert.deepEqual(texts, ["one", "theirs", "mine", "theirs"]);
  assert.equal(file.dirty, false);
});

test("keeping both leaves theirs here", () => {
  const file = SyncedFile.fromServer(serverFile());
  file.edit({ text: "mine" }, 1);
  file.remoteChanged(serverFile({ revision: 2, text: "theirs" }), 2);

  file.resolve("both", { text: "theirs" }, 3);

  assert.deepEqual(file.content, { text: "theirs" });
  assert.equal(file.dirty, false);
});

test("a file that the server has never heard of is made anew", () => {
  const file = SyncedFile.fromServer(serverFile());
  file.edit({ text: "mine" }, 1);
  file.nextRequest(newKey);

  file.answered({ kind: "gone" }, 2);

  assert.equal(file.nextRequest(newKey)?.baseRevision, 0);
});

test("a new file that is deleted before it was saved needs no request", () => {
  const file = SyncedFile.fresh("f1", "a.py", { text: "" }, 1);

  file.remove(2);

  assert.equal(file.dirty, false);
});

test("a refused text stays, and is tried again after the next change", () => {
  const file = SyncedFile.fromServer(serverFile());
  file.edit({ text: "too large" }, 1);
  file.nextRequest(newKey);

  file.answered({ kind: "refused", message: "A file may be 10 MB at most." }, 2);
  assert.equal(file.nextRequest(newKey), null);
  file.edit({ text: "small" }, 3);

  assert.deepEqual(file.nextRequest(newKey)?.content, { text: "small" });
});
