// The files that pages load: scripts, styles, type. Their addresses change with their content, so a copy is never old. Each
// release has a cache of its own, which stays as long as a kept page needs it.

import { RELEASE_HEADER, isPersonCache, isReleaseCache, releaseCache } from "../names.js";

/** Requests under way at a time; the page that somebody waits for needs the network too. */
const AT_A_TIME = 4;

export class Assets {
  /** @param {{caches: CacheStorage, fetch: typeof fetch, release: string}} device */
  constructor({ caches, fetch, release }) {
    this.caches = caches;
    this.fetch = fetch;
    this.name = releaseCache(release);
  }

  /**
   * Put everything on the device; what an earlier release has brought is not fetched again.
   * @param {string[]} addresses @param {string[]} pages likewise, but they keep their addresses when they change @throws {Error} when something is missing
   */
  async install(addresses, pages) {
    const cache = await this.caches.open(this.name);
    const waiting = [...addresses];
    const fetchNext = async () => {
      for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
        if (await cache.match(address)) continue;
        const earlier = await this.caches.match(address);
        await cache.put(address, earlier ?? (await this.#get(address)));
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, fetchNext));
    for (const page of pages) await cache.put(page, await this.#get(page, { cache: "reload", credentials: "omit" }));
  }

  /** @param {Request} request @returns {Promise<Response>} from the device, else from the server and then kept @throws {TypeError} without a network */
  async answer(request) {
    const kept = await this.caches.match(request.url);
    if (kept) return kept;
    const answer = await this.fetch(request);
    if (answer.ok && answer.type === "basic" && answer.headers.get("Cache-Control")?.includes("immutable")) {
      const copy = answer.clone();
      this.caches.open(this.name).then((cache) => cache.put(request.url, copy)).catch(() => {});
    }
    return answer;
  }

  /** @param {string} path @returns {Promise<Response | undefined>} a page that `install` brought */
  async page(path) {
    return (await this.caches.open(this.name)).match(path);
  }

  /** Remove the files of releases that nothing here needs any more. */
  async sweep() {
    const needed = new Set([this.name]);
    const names = await this.caches.keys();
    for (const name of names.filter(isPersonCache)) {
      const cache = await this.caches.open(name);
      for (const request of await cache.keys()) {
        const release = (await cache.match(request))?.headers.get(RELEASE_HEADER);
        if (release) needed.add(releaseCache(release));
      }
    }
    for (const name of names) if (isReleaseCache(name) && !needed.has(name)) await this.caches.delete(name);
  }

  /** @param {string} address @param {RequestInit} [options] */
  async #get(address, options) {
    const answer = await this.fetch(address, options);
    if (!answer.ok || answer.redirected) throw new Error(`${address} answered ${answer.status}`);
    return answer;
  }
}
