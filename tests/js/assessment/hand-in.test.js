// What happens between a press of Hand in and the receipt.

import assert from "node:assert/strict";
import test from "node:test";

import { allSaved } from "../../../assessment/static/assessment/all-saved.js";
import { asksFirst, HandIn, NotHandedIn, OFFLINE } from "../../../assessment/static/assessment/hand-in.js";

const ITEM = { id: 7, title: "Double", state: "Not checked", begun: true, checked: false, by: "" };

/** @param {Partial<import("../../../assessment/static/assessment/hand-in.js").Preview>} [changes] */
const preview = (changes = {}) => ({ refusal: "", late: "", missing: "", group: "", again: "", items: [ITEM], ...changes });

/** A server that answers one thing after another, and remembers what it was asked. @param {...(object | null)} answers null: it is silent */
function server(...answers) {
  /** @type {(object | null | undefined)[]} */
  const asked = [];
  return {
    asked,
    ask: async (/** @type {string} */ _url, /** @type {object | null | undefined} */ body) => {
      asked.push(body);
      const answer = answers.shift();
      if (!answer) throw new Error("silent");
      return "status" in answer ? /** @type {any} */ (answer) : { status: 200, data: answer };
    },
  };
}

test("what is not checked is checked first, and asked about again", async () => {
  const checked = preview({ items: [{ ...ITEM, state: "The check passed", checked: true }] });
  const { ask, asked } = server(preview(), checked);
  /** @type {string[]} */
  const steps = [];
  const handIn = new HandIn({
    url: "/", ask, item: 7, save: async () => { steps.push("save"); return ""; }, check: async () => { steps.push("check"); return true; },
  });

  const found = await handIn.prepare();

  assert.deepEqual(steps, ["save", "check"]);
  assert.equal(found.items[0].state, "The check passed");
  assert.equal(asked.length, 2);
});

test("only the item of this page is checked, and only when it has to be", async () => {
  for (const item of [{ ...ITEM, id: 8 }, { ...ITEM, checked: true }, { ...ITEM, begun: false }]) {
    const { ask } = server(preview({ items: [item] }));
    const handIn = new HandIn({ url: "/", ask, item: 7, check: async () => assert.fail("it was checked") });

    await handIn.prepare();
  }
});

test("checks that cannot run keep nobody from handing in", async () => {
  const { ask, asked } = server(preview());
  const handIn = new HandIn({ url: "/", ask, item: 7, check: async () => false });

  assert.equal((await handIn.prepare()).items[0].state, "Not checked");
  assert.equal(asked.length, 1);
});

test("without a network nothing is asked", async () => {
  const { ask, asked } = server();
  const handIn = new HandIn({ url: "/", ask, isOnline: () => false, save: async () => assert.fail("it was saved") });

  await assert.rejects(handIn.prepare(), new NotHandedIn(OFFLINE));
  assert.equal(asked.length, 0);
});

test("what keeps a person from handing in is one sentence", async () => {
  const cases = [
    { steps: server(null), sentence: OFFLINE },
    { steps: server(preview({ refusal: "It has closed." })), sentence: "It has closed." },
    { steps: server({ status: 401, data: { message: "You are signed out." } }), sentence: "You are signed out." },
  ];
  for (const { steps, sentence } of cases) {
    await assert.rejects(new HandIn({ url: "/", ask: steps.ask }).prepare(), new NotHandedIn(sentence));
  }
  await assert.rejects(new HandIn({ url: "/", ask: server().ask, save: async () => "Not saved." }).prepare(), new NotHandedIn("Not saved."));
});

test("taking gives the receipt, or says why not", async () => {
  const { ask, asked } = server({ receipt: "K7QD-4M9X" }, { status: 409, data: { message: "It has closed." } }, null);
  const handIn = new HandIn({ url: "/", ask });

  assert.equal((await handIn.take()).receipt, "K7QD-4M9X");
  await assert.rejects(handIn.take(), new NotHandedIn("It has closed."));
  await assert.rejects(handIn.take(), /nothing is handed in twice/);
  assert.deepEqual(asked, [{}, {}, {}]);
});

/** @param {string[]} statuses that the saver comes to, one after the other @returns {any} */
function saver(...statuses) {
  const made = Object.assign(new EventTarget(), {
    queue: { status: "Saving" },
    flush: () => {
      void (async () => {
        for (const status of statuses) {
          await null;
          made.queue.status = status;
          made.dispatchEvent(new Event("status"));
        }
      })();
    },
  });
  return made;
}

test("saving is waited for", async () => {
  assert.equal(await allSaved(saver("Saving", "Saved")), "");
  assert.match(await allSaved(saver("On this device")), /not saved yet/);
  assert.match(await allSaved(saver("Conflict")), /Decide which text/);
  assert.match(await allSaved(saver(), 1), /not saved yet/);
});

test("a person is asked about what is missing, what it costs and whom else it counts for, and about nothing else", () => {
  const found = [{}, { again: "It replaces the first." }, { missing: "One is missing." }, { late: "It is late." }, { group: "It counts for her too." }];

  assert.deepEqual(found.map((changes) => asksFirst(preview(changes))), [false, false, true, true, true]);
});
