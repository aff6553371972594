// What a request for a page gets: the server's answer when there is one, else what this device keeps.

/** How long the server may take before a page that is kept here is shown instead, in milliseconds. */
export const PATIENCE = 5_000;
/** A proxy says that the server behind it is away. */
const AWAY = new Set([502, 503, 504]);

/**
 * @typedef {{answer: Promise<Response>, kept: Promise<Response | undefined>, offline: () => Promise<Response | undefined>,
 *   patience?: number}} Sources `answer`: the server's; `kept`: this very page on the device; `offline`: the page for all others
 */

/** @param {Sources} sources @returns {Promise<Response>} @throws {TypeError} when there is nothing at all */
export async function answerPage({ answer, kept, offline, patience = PATIENCE }) {
  const heard = answer.catch(() => null);
  const here = await kept.catch(() => undefined);
  const first = here ? await Promise.race([heard, pause(patience)]) : await heard;
  if (first && !(here && AWAY.has(first.status))) return first;
  return here ?? (await offline()) ?? answer;
}

/**
 * @param {{answer: Promise<Response>, tell: () => Promise<boolean>, offline: () => Promise<Response | undefined>}} sources `tell`: has a page say
 *   that its form was not sent, and gives whether one did @returns {Promise<Response>} "No Content" leaves the page as it is
 */
export async function answerForm({ answer, tell, offline }) {
  const heard = await answer.catch(() => null);
  if (heard) return heard;
  return (await tell()) ? new Response(null, { status: 204 }) : (await offline()) ?? answer;
}

/** @param {number} milliseconds @returns {Promise<null>} */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}

/**
 * @typedef {"page" | "asset" | "sign-out" | "form" | "other"} Kind
 * @typedef {{signOut: string[], assets: string[]}} Addresses paths of the forms that sign out; folders of files with lasting addresses
 */

/** @param {{url: string, method: string, mode: string}} request @param {string} origin @param {Addresses} addresses @returns {Kind} */
export function kindOf({ url, method, mode }, origin, { signOut, assets }) {
  const { origin: asked, pathname } = new URL(url);
  if (asked !== origin) return "other";
  if (method === "POST" && mode === "navigate") return signOut.includes(pathname) ? "sign-out" : "form";
  if (method !== "GET") return "other";
  if (mode === "navigate") return "page";
  return assets.some((folder) => pathname.startsWith(folder)) ? "asset" : "other";
}
