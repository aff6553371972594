// The pages that are kept of one person. Every answer of the server says for whom it was made; as soon as one is for somebody
// else, or for nobody, what was kept goes.

import { isFresh, readOwner } from "../kept.js";
import {
  KEEP_HEADER, KEPT_AT_HEADER, NOBODY, OWNER_CACHE, OWNER_KEY, PERSON_HEADER, isPersonCache, keptFileKey, personCache,
} from "../names.js";

/** @import { Owner } from "../names.js" */

/** More pages than this are not kept of a person; the oldest go. */
const MOST_PAGES = 30;
/** The server does not give these any more. */
const GONE = new Set([403, 404, 410]);
/** Headers that speak of the body as it travelled; here it lies decoded. */
const OF_THE_TRANSFER = ["Content-Encoding", "Content-Length", "Transfer-Encoding"];

export class KeptPages {
  /** @param {{caches: CacheStorage, now?: () => number}} device */
  constructor({ caches, now = Date.now }) {
    this.caches = caches;
    this.now = now;
    /** What is written is written one after the other. @type {Promise<unknown>} */
    this.writing = Promise.resolve();
  }

  /** @param {string} path @returns {Promise<Response | undefined>} the page, if it is kept of the person whose device this is */
  async find(path) {
    await this.writing;
    const owner = await readOwner(this.caches);
    if (!isFresh(owner, this.now())) return undefined;
    return (await this.caches.open(personCache(owner.person))).match(path);
  }

  /**
   * Learn from an answer of the server whose device this is, and keep the page if it may be kept.
   * @param {string} path @param {Response} answer not read yet @param {number} askedAt milliseconds; an answer to an older question than the
   *   last change of persons says nothing
   */
  learn(path, answer, askedAt) {
    return this.#inTurn(async () => {
      const person = answer.headers.get(PERSON_HEADER);
      if (person === null) return; // not Codeyard's: a portal's page, a proxy's error
      const before = await readOwner(this.caches);
      if (before && askedAt < before.since) return;
      await this.#become(person, before);
      if (person === NOBODY) return;
      const cache = await this.caches.open(personCache(person));
      if (answer.ok && answer.headers.has(KEEP_HEADER)) await this.#keep(cache, path, answer);
      else if (GONE.has(answer.status)) await remove(cache, path);
    });
  }

  /** A page tells what has become of its files. @param {string} page its path @param {number} person @param {{id: string}[]} files */
  keepFiles(page, person, files) {
    return this.#inTurn(async () => {
      const owner = await readOwner(this.caches);
      if (owner?.person !== String(person)) return;
      const cache = await this.caches.open(personCache(owner.person));
      if (!(await cache.match(page))) return;
      for (const file of files) await cache.put(keptFileKey(page, file.id), Response.json(file));
    });
  }

  /** Somebody signs out: nothing stays. */
  forget() {
    return this.#inTurn(async () => this.#become(NOBODY, await readOwner(this.caches)));
  }

  /** @param {string} person @param {Owner | null} before */
  async #become(person, before) {
    const now = this.now();
    const since = before?.person === person ? before.since : now;
    const owner = await this.caches.open(OWNER_CACHE);
    await owner.put(OWNER_KEY, Response.json({ person, since, seen: now }));
    for (const name of await this.caches.keys()) {
      if (isPersonCache(name) && name !== personCache(person)) await this.caches.delete(name);
    }
  }

  /** @param {Cache} cache @param {string} path @param {Response} answer */
  async #keep(cache, path, answer) {
    const headers = new Headers(answer.headers);
    for (const name of OF_THE_TRANSFER) headers.delete(name);
    headers.set(KEPT_AT_HEADER, String(this.now()));
    const html = (await answer.text()).replace("<html ", "<html data-kept "); // tells the page where it came from
    await cache.put(path, new Response(html, { headers })); // its files stay: their revisions say which are newer
    await this.#makeRoom(cache);
  }

  /** @param {Cache} cache */
  async #makeRoom(cache) {
    const pages = [];
    for (const request of await cache.keys()) {
      const headers = (await cache.match(request))?.headers;
      if (headers?.has(KEEP_HEADER)) pages.push({ path: new URL(request.url).pathname, at: Number(headers.get(KEPT_AT_HEADER)) });
    }
    pages.sort((a, b) => b.at - a.at);
    for (const { path } of pages.slice(MOST_PAGES)) await remove(cache, path);
  }

  /** @param {() => Promise<void>} work @returns {Promise<void>} */
  #inTurn(work) {
    const done = this.writing.then(work);
    this.writing = done.catch(() => {}); // a full device keeps less; nothing else depends on it
    return done.catch(() => {});
  }
}

/** @param {Cache} cache @param {string} path of a page, which goes with its files */
async function remove(cache, path) {
  const start = keptFileKey(path);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname === path || pathname.startsWith(start)) await cache.delete(request);
  }
}
