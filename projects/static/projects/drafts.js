// What is on this device and not yet on the server: every unsaved file, and what is wanted of the project, in IndexedDB, so that it outlives the page. What changes
// in a page's last moment goes to local storage, which needs no time.

import { openDB } from "idb";

/** @import { Draft } from "./synced-file.js" */
/** @import { ProjectDraft } from "./synced-project.js" */

const DATABASE = "codeyard-drafts";
const STORE = "drafts";
const LAST = "codeyard-last-draft/"; // in local storage

/**
 * @typedef {Draft | ProjectDraft} AnyDraft
 * @typedef {{key: string, project: string, tab: string, at: number, draft: AnyDraft}} Stored
 */

/** The drafts of one person in one project. One tab writes only its own; those of tabs that are gone can be adopted. */
export class Drafts {
  /** @param {{person: number, project: number, tab: string}} owner */
  constructor({ person, project, tab }) {
    this.project = `${person}/${project}`;
    this.tab = tab;
    this.database = openDB(DATABASE, 1, {
      upgrade: (database) => database.createObjectStore(STORE, { keyPath: "key" }).createIndex("project", "project"),
      terminated: () => (this.works = false),
    });
    /** Whether the device keeps anything; browsers forbid it in some private windows. */
    this.works = true;
    this.database.catch(() => (this.works = false));
    /** @type {Map<string, object>} by key, what tells one last draft from the next */
    this.last = new Map();
  }

  /** @param {AnyDraft} draft @param {number} at milliseconds of the clock on the wall */
  async put(draft, at) {
    const stored = this.#stored(draft, at);
    const last = this.last.get(stored.key);
    await this.#try(async (database) => database.put(STORE, stored));
    if (this.works && this.last.get(stored.key) === last) forgetLast(stored.key);
  }

  /**
   * Keep a draft before this returns: the page is going, and with it whatever IndexedDB has not written yet.
   * @param {AnyDraft} draft @param {number} at
   */
  putNow(draft, at) {
    const stored = this.#stored(draft, at);
    this.last.set(stored.key, {});
    try {
      localStorage.setItem(LAST + stored.key, JSON.stringify(stored));
    } catch {
      // Too large, or forbidden: IndexedDB holds all but the last moment.
    }
  }

  /** @param {string} id of the draft @param {string} [tab] */
  async remove(id, tab = this.tab) {
    const key = this.#key(id, tab);
    forgetLast(key);
    await this.#try(async (database) => database.delete(STORE, key));
  }

  /** @returns {Promise<Stored[]>} newest first */
  async all() {
    const stored = (await this.#try(async (database) => database.getAllFromIndex(STORE, "project", this.project))) ?? [];
    const last = lastDrafts(`${this.project}/`);
    const keys = new Set(last.map(({ key }) => key)); // a last draft is never older than the one in IndexedDB
    return [...stored.filter(({ key }) => !keys.has(key)), ...last].sort((a, b) => b.at - a.at);
  }

  /** @param {AnyDraft} draft @param {number} at @returns {Stored} */
  #stored(draft, at) {
    return { key: this.#key(draft.id, this.tab), project: this.project, tab: this.tab, at, draft };
  }

  /** @param {string} id @param {string} tab @returns {string} */
  #key(id, tab) {
    return `${this.project}/${id}/${tab}`;
  }

  /**
   * A device that refuses to keep things must not stop the saving to the server.
   * @template Result
   * @param {(database: Awaited<Drafts["database"]>) => Promise<Result>} work @returns {Promise<Result | undefined>}
   */
  async #try(work) {
    try {
      const result = await work(await this.database);
      this.works = true;
      return result;
    } catch {
      this.works = false;
      return undefined;
    }
  }
}

/** @param {string} key */
function forgetLast(key) {
  try {
    localStorage.removeItem(LAST + key);
  } catch {
    // There is no local storage, so there is nothing in it.
  }
}

/** @param {string} prefix of keys @returns {Stored[]} */
function lastDrafts(prefix) {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(LAST + prefix));
    return names.map((name) => JSON.parse(localStorage.getItem(name) ?? ""));
  } catch {
    return [];
  }
}
