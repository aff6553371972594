// What this device keeps of a person, as pages read it. Only the service worker writes it.

import { KEEP_HEADER, KEPT_AT_HEADER, LONGEST_AWAY, NOBODY, OWNER_CACHE, OWNER_KEY, keptFileKey, personCache } from "./names.js";

/** @import { Owner } from "./names.js" */

/**
 * @typedef {{path: string, title: string, keptAt: number}} KeptPage `keptAt` in milliseconds
 */

/** @param {CacheStorage} caches @returns {Promise<Owner | null>} whose device this is at the moment */
export async function readOwner(caches) {
  const answer = await (await caches.open(OWNER_CACHE)).match(OWNER_KEY);
  return answer ? answer.json() : null;
}

/** @param {Owner | null} owner @param {number} now milliseconds @returns {owner is Owner} whether her pages may still open */
export function isFresh(owner, now) {
  return owner !== null && owner.person !== NOBODY && Math.abs(now - owner.seen) < LONGEST_AWAY;
}

/** @param {CacheStorage} caches @param {number} now milliseconds @returns {Promise<KeptPage[]>} newest first */
export async function keptPages(caches, now) {
  const owner = await readOwner(caches);
  if (!isFresh(owner, now)) return [];
  const cache = await caches.open(personCache(owner.person));
  const pages = [];
  for (const request of await cache.keys()) {
    const headers = (await cache.match(request))?.headers;
    const title = headers?.get(KEEP_HEADER);
    if (!headers || !title) continue;
    pages.push({ path: new URL(request.url).pathname, title: decodeURIComponent(title), keptAt: Number(headers.get(KEPT_AT_HEADER)) });
  }
  return pages.sort((a, b) => b.keptAt - a.keptAt);
}

/** @param {CacheStorage} caches @param {number} person @param {string} page its path @param {string} id of a file @returns {Promise<any>} as it was told to the service worker */
export async function keptFile(caches, person, page, id) {
  const answer = await caches.match(keptFileKey(page, id), { cacheName: personCache(String(person)) });
  return answer?.json();
}

/**
 * What has become of a kept page's files since it was kept.
 * @param {CacheStorage} caches @param {number} person @param {string} page its path @returns {Promise<any[]>} as they were told to the service worker
 */
export async function keptFiles(caches, person, page) {
  const cache = await caches.open(personCache(String(person)));
  const start = keptFileKey(page);
  const keys = (await cache.keys()).filter((request) => new URL(request.url).pathname.startsWith(start));
  const answers = await Promise.all(keys.map((request) => cache.match(request)));
  return Promise.all(answers.flatMap((answer) => (answer ? [answer.json()] : [])));
}
