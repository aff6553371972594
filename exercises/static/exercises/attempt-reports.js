// Attempts on their way to the server: each with a nonce that is good for one, in their order, and kept until the server has taken them. Pure;
// the caller supplies the request and the place where they are kept.

/**
 * @typedef {{path: string, text: string} | {path: string, base64: string}} AttemptFile
 * @typedef {{check: string, state: "passed" | "failed" | "error"}} Result
 * @typedef {{version: number, files: AttemptFile[], results: Result[]}} Attempt
 * @typedef {Attempt & {key: string, at: number, nonce: string | null}} Unsent `at` in milliseconds; a nonce once it was sent with one
 * @typedef {{put: (unsent: Unsent) => Promise<void>, remove: (key: string) => Promise<void>, all: () => Promise<Unsent[]>}} Store oldest first
 * @typedef {(body: object) => Promise<{status: number, data: Record<string, any>}>} Send
 */

const AGAIN = 30_000; // milliseconds until what was too much for the server is sent again
/** @type {Readonly<Record<string, string>>} */
const SENTENCES = Object.freeze({
  "signed-out": "You are signed out: sign in again, and it is recorded.",
  "other-person": "Somebody else has signed in on this browser: sign in again, and it is recorded.",
});
const AWAY = "It is sent when the server answers.";

/**
 * Events (CustomEvent): `recorded` {attempt, at, score, passed, results}; `state` {waiting, message}: how many the server does not have yet,
 * and why; `refused` {message}: it will never take one.
 */
export class AttemptReports extends EventTarget {
  /** @param {{send: Send, nonce: string, store: Store, later?: (act: () => void, milliseconds: number) => void}} parts */
  constructor({ send, nonce, store, later = (act, pause) => void setTimeout(act, pause) }) {
    super();
    this.send = send;
    this.nonce = nonce;
    this.store = store;
    this.later = later;
    /** @type {Unsent[]} */
    this.waiting = [];
    this.sending = false;
  }

  /** Take up what an earlier page could not send. */
  async begin() {
    this.waiting = [...(await this.store.all()), ...this.waiting];
    if (this.waiting.length) await this.goOn();
  }

  /** @param {Attempt} attempt */
  async add(attempt) {
    const unsent = { ...attempt, key: crypto.randomUUID(), at: Date.now(), nonce: null };
    this.waiting.push(unsent);
    this.#tell("state", { waiting: this.waiting.length, message: "" });
    await this.store.put(unsent);
    await this.goOn();
  }

  /** Send what waits: something new is there, or the network is back. */
  async goOn() {
    if (this.sending) return;
    this.sending = true;
    let message = "";
    while (this.waiting.length && !message) message = await this.#sendFirst();
    this.sending = false;
    this.#tell("state", { waiting: this.waiting.length, message });
  }

  /** @returns {Promise<string>} why it has to wait; empty when it has not */
  async #sendFirst() {
    const [first] = this.waiting;
    const before = first.nonce;
    // A request whose answer was lost is repeated as it was; the server then answers as it did.
    first.nonce = before ?? this.nonce;
    if (before === null) await this.store.put(first);
    const { version, files, results, nonce } = first;
    const answer = await this.send({ nonce, version, files, results }).catch(() => null);
    if (!answer) return AWAY;
    const { status, data } = answer;
    if (status === 200) return this.#recorded(first, data);
    const isOld = data.code === "old-nonce" || data.code === "used-nonce";
    if (isOld && before !== null && before !== this.nonce) {
      first.nonce = this.nonce;
      return "";
    }
    if (status === 400 || status === 413) return this.#forget(first, String(data.message ?? "The server could not take it."));
    if (status === 429) this.later(() => void this.goOn(), AGAIN);
    return SENTENCES[data.code] ?? String(data.message ?? AWAY);
  }

  /** @param {Unsent} unsent @param {Record<string, any>} data @returns {Promise<string>} */
  async #recorded(unsent, { attempt, score, passed, nonce }) {
    this.nonce = String(nonce);
    await this.#forget(unsent);
    this.#tell("recorded", { attempt, score, passed, at: unsent.at, results: unsent.results });
    return "";
  }

  /** @param {Unsent} unsent @param {string} [message] @returns {Promise<string>} */
  async #forget({ key }, message = "") {
    this.waiting.shift();
    await this.store.remove(key);
    if (message) this.#tell("refused", { message });
    return "";
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
