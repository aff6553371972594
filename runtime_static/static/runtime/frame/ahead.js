// Fetching what will be needed soon while nobody waits for it. The browser's cache keeps it; all of it is immutable.

import { load } from "./assets.js";

/** @import { AssetAddresses } from "./assets.js" */

/**
 * All that a workspace's frame and its first worker load after the frame page itself, in the order of their use. The
 * library comes last: the first program may do without it.
 * @param {AssetAddresses & {modules: string[]}} addresses @returns {string[]}
 */
export function neededAtStart({ pyodide, core, lock, code, worker, modules, snapshot, library }) {
  const release = ["pyodide.asm.wasm", "pyodide.mjs", "pyodide.asm.mjs"].map((name) => `${pyodide}${name}`);
  return [core, ...release, lock, code, worker, ...modules, snapshot, library];
}

/** @param {string} address what comes is thrown away piece by piece, never held in memory */
async function fetchQuietly(address) {
  const response = await load(address, /** @type {RequestInit} */ ({ priority: "low" }));
  await response.body?.pipeTo(new WritableStream());
}

/**
 * Fetch one after another, so that a person's own click finds a free line.
 * @param {string[]} addresses @returns {Promise<boolean>} false when one could not be loaded; the rest is then left
 */
export async function fetchAhead(addresses) {
  try {
    for (const address of addresses) await fetchQuietly(address);
    return true;
  } catch {
    return false; // Without a network, whatever needs it says so itself.
  }
}
