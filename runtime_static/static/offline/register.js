// On every page of a school: bring the service worker that keeps pages for times without a network, or take it away where the
// operator does not want it.

import { isOurCache } from "./names.js";

/** @import { VisitMessage } from "./names.js" */

const address = document.querySelector("meta[name=service-worker]")?.getAttribute("content");

/** @returns {boolean} whether the service worker has seen this page; one that came up meanwhile controls it without having seen it */
function cameThroughIt() {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation instanceof PerformanceNavigationTiming && navigation.workerStart > 0;
}

/** @param {ServiceWorkerContainer} container @param {string} script */
async function bring(container, script) {
  await container.register(script, { type: "module", scope: "/", updateViaCache: "none" });
  const { active } = await container.ready;
  /** @type {VisitMessage} */
  const message = { type: "visit", path: location.pathname };
  if (!cameThroughIt()) active?.postMessage(message);
}

/** @param {ServiceWorkerContainer} container */
async function takeAway(container) {
  const registrations = await container.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
  for (const name of await caches.keys()) if (isOurCache(name)) await caches.delete(name);
}

/** Browsers without module service workers, and private windows, work as they did: with a network. */
function begin() {
  const container = navigator.serviceWorker;
  if (container) (address ? bring(container, address) : takeAway(container)).catch(() => {});
}

// The page that somebody waits for comes first.
if (document.readyState === "complete") begin();
else addEventListener("load", begin, { once: true });
