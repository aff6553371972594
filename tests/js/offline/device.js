// A browser's cache storage in memory: as much of https://w3c.github.io/ServiceWorker/#cache-objects as the service worker uses.

const ORIGIN = "https://north.example";

/** @param {string | Request} request @returns {string} */
const addressOf = (request) => new URL(typeof request === "string" ? request : request.url, ORIGIN).href;

class MemoryCache {
  constructor() {
    /** @type {Map<string, Response>} */
    this.entries = new Map();
  }

  /** @param {string | Request} request */
  async match(request) {
    return this.entries.get(addressOf(request))?.clone();
  }

  /** @param {string | Request} request @param {Response} response */
  async put(request, response) {
    this.entries.set(addressOf(request), new Response(await response.arrayBuffer(), response));
  }

  /** @param {string | Request} request */
  async delete(request) {
    return this.entries.delete(addressOf(request));
  }

  async keys() {
    return [...this.entries.keys()].map((address) => new Request(address));
  }
}

class MemoryCaches {
  constructor() {
    /** @type {Map<string, MemoryCache>} */
    this.caches = new Map();
  }

  /** @param {string} name */
  async open(name) {
    const cache = this.caches.get(name) ?? new MemoryCache();
    this.caches.set(name, cache);
    return cache;
  }

  async keys() {
    return [...this.caches.keys()];
  }

  /** @param {string} name */
  async delete(name) {
    return this.caches.delete(name);
  }

  /** @param {string | Request} request @param {{cacheName?: string}} [options] */
  async match(request, { cacheName } = {}) {
    for (const [name, cache] of this.caches) {
      if (cacheName !== undefined && name !== cacheName) continue;
      const found = await cache.match(request);
      if (found) return found;
    }
    return undefined;
  }
}

/** @returns {CacheStorage} */
export const newDevice = () => /** @type {any} */ (new MemoryCaches());

/** @param {string} person @param {{title?: string, html?: string, status?: number, release?: string}} [page] @returns {Response} the server's answer */
export function pageFor(person, { title = "Maze", html = '<html lang="en">Maze', status = 200, release = "one" } = {}) {
  const headers = { "X-Codeyard-Person": person, "X-Codeyard-Keep": encodeURIComponent(title), "X-Codeyard-Release": release };
  return new Response(html, { status, headers: { ...headers, "Content-Security-Policy": "script-src 'nonce-abc'", "Content-Encoding": "gzip" } });
}
