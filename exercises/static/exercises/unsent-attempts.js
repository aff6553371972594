// Attempts that the server does not have yet, in IndexedDB, so that they outlive the page.

import { openDB } from "idb";

/** @import { Unsent } from "./attempt-reports.js" */

const DATABASE = "codeyard-attempts";
const STORE = "unsent";

/** Those of one person at one exercise. A device that keeps nothing keeps nobody from checking. */
export class UnsentAttempts {
  /** @param {{person: number, exercise: number}} owner */
  constructor({ person, exercise }) {
    this.owner = `${person}/${exercise}`;
    this.database = openDB(DATABASE, 1, {
      upgrade: (database) => database.createObjectStore(STORE, { keyPath: "key" }).createIndex("owner", "owner"),
    });
    this.database.catch(() => {});
  }

  /** @param {Unsent} unsent */
  async put(unsent) {
    await this.#try((database) => database.put(STORE, { ...unsent, owner: this.owner }));
  }

  /** @param {string} key */
  async remove(key) {
    await this.#try((database) => database.delete(STORE, key));
  }

  /** @returns {Promise<Unsent[]>} oldest first */
  async all() {
    /** @type {Unsent[]} */
    const found = (await this.#try((database) => database.getAllFromIndex(STORE, "owner", this.owner))) ?? [];
    return found.sort((a, b) => a.at - b.at).map(({ key, at, nonce, version, files, results }) => ({ key, at, nonce, version, files, results }));
  }

  /** @param {(database: any) => Promise<any>} work */
  async #try(work) {
    try {
      return await work(await this.database);
    } catch {
      return undefined;
    }
  }
}
