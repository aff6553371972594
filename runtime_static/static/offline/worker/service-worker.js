// The service worker of a school's pages: wires the browser's events. The module that the server serves at `/service-worker.js`
// calls `serve` with what belongs to this release.

import { KEEP_HEADER } from "../names.js";
import { answerForm, answerPage, kindOf } from "./answering.js";
import { Assets } from "./assets.js";
import { tellNotSent } from "./not-sent.js";
import { KeptPages } from "./pages.js";

/** @import { FilesMessage, VisitMessage } from "../names.js" */
/** @import { Addresses } from "./answering.js" */

/**
 * `assets`: addresses that pages load; `offline`: the page for everything that is not kept.
 * @typedef {{release: string, assets: string[], offline: string, addresses: Addresses}} Release
 * @typedef {any} Scope ServiceWorkerGlobalScope, https://w3c.github.io/ServiceWorker/
 * @typedef {any} FetchEvent
 */

/** @param {Scope} scope @param {Release} release */
export function serve(scope, release) {
  const pages = new KeptPages({ caches: scope.caches });
  const assets = new Assets({ caches: scope.caches, fetch: scope.fetch.bind(scope), release: release.release });
  const offline = () => assets.page(release.offline);

  /** @param {FetchEvent} event */
  const answerWithPage = (event) => {
    const { pathname } = new URL(event.request.url);
    const askedAt = Date.now();
    const answer = askServer(scope, event);
    // Only what is kept is copied: a download may be large.
    const copy = answer.then((heard) => (heard.headers.has(KEEP_HEADER) ? heard.clone() : heard));
    event.waitUntil(copy.then((heard) => pages.learn(pathname, heard, askedAt)).catch(() => {}));
    event.respondWith(answerPage({ answer, kept: pages.find(pathname), offline }));
  };

  /** Whatever becomes of the request: who presses "Sign out" leaves nothing behind. @param {FetchEvent} event */
  const signOut = (event) => {
    const answer = pages.forget().then(() => scope.fetch(event.request));
    event.respondWith(answerPage({ answer, kept: Promise.resolve(undefined), offline }));
  };

  /** @param {FetchEvent} event */
  const sendForm = (event) => {
    const tell = () => tellNotSent(scope.clients, new URL(event.request.url).pathname);
    event.respondWith(answerForm({ answer: scope.fetch(event.request), tell, offline }));
  };

  /** @param {string} path a page that came before this service worker was at work */
  const visit = async (path) => {
    const askedAt = Date.now();
    const answer = await scope.fetch(path, { headers: { Accept: "text/html" }, redirect: "manual" });
    await pages.learn(path, answer, askedAt);
  };

  /** On a first visit the files may be told before the page is kept. @param {FilesMessage} message */
  const keepFiles = async ({ page, person, files }) => {
    if (!(await pages.find(page))) await visit(page);
    await pages.keepFiles(page, person, files);
  };

  scope.addEventListener("install", (/** @type {any} */ event) => {
    event.waitUntil(assets.install(release.assets, [release.offline]).then(() => scope.skipWaiting()));
  });
  scope.addEventListener("activate", (/** @type {any} */ event) => {
    const preload = scope.registration.navigationPreload?.enable();
    event.waitUntil(Promise.all([preload, assets.sweep()]).then(() => scope.clients.claim()));
  });
  scope.addEventListener("fetch", (/** @type {FetchEvent} */ event) => {
    const kind = kindOf(event.request, scope.location.origin, release.addresses);
    if (kind === "page") answerWithPage(event);
    else if (kind === "sign-out") signOut(event);
    else if (kind === "form") sendForm(event);
    else if (kind === "asset") event.respondWith(assets.answer(event.request));
  });
  scope.addEventListener("message", (/** @type {any} */ event) => {
    const message = /** @type {VisitMessage | FilesMessage} */ (event.data);
    if (message?.type === "visit") event.waitUntil(visit(message.path).catch(() => {}));
    if (message?.type === "files") event.waitUntil(keepFiles(message).catch(() => {}));
  });
}

/** The request that the browser has sent already while this script was starting, or one of our own. @param {Scope} scope @param {FetchEvent} event */
async function askServer(scope, event) {
  return (await event.preloadResponse) ?? scope.fetch(event.request);
}
