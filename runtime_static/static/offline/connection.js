// Whether Codeyard's server can be reached. `navigator.onLine` knows of cables, not of servers: what counts is whether requests
// are answered. Pure; the caller supplies the question and the clock.

const FIRST_PAUSE = 2_000; // milliseconds between two questions while there is no answer …
const LONGEST_PAUSE = 30_000; // … at most
const PATIENCE = 5_000;

/** @typedef {(act: () => void, milliseconds: number) => void} Later */

/** Events: `change`, when `online` has changed. */
export class Connection extends EventTarget {
  /**
   * @param {{ask: () => Promise<boolean>, online?: boolean, later?: Later, random?: () => number}} options `ask` asks the server whether
   *   it is there, and never fails
   */
  constructor({ ask, online = true, later = (act, pause) => void setTimeout(act, pause), random = Math.random }) {
    super();
    this.ask = ask;
    this.later = later;
    this.random = random;
    this.online = online;
    this.asking = false;
    this.waiting = false;
    this.failures = 0;
  }

  /** Something was answered. */
  heard() {
    this.failures = 0;
    this.#become(true);
  }

  /** Something speaks for a change: a request failed, or the browser says that the network went or came. */
  async check() {
    if (this.asking) return;
    this.asking = true;
    const online = await this.ask();
    this.asking = false;
    if (online) this.heard();
    else this.#silent();
  }

  #silent() {
    const pause = Math.min(FIRST_PAUSE * 2 ** this.failures, LONGEST_PAUSE);
    this.failures += 1;
    this.#become(false);
    if (this.waiting) return;
    this.waiting = true;
    // A whole school comes back at the same moment: spread it out.
    this.later(() => {
      this.waiting = false;
      if (!this.online) void this.check();
    }, pause * (0.7 + 0.3 * this.random()));
  }

  /** @param {boolean} online */
  #become(online) {
    if (this.online === online) return;
    this.online = online;
    this.dispatchEvent(new Event("change"));
  }
}

/** @returns {Promise<boolean>} whether the server is there; a portal's page is not the server */
export async function askServer() {
  try {
    const answer = await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok && (await answer.json()).status === "ok";
  } catch {
    return false;
  }
}
