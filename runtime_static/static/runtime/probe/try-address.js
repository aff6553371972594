// One try of an address from the run origin. Only its outcome is told, nothing that the server sent.

/** @import { ProbeResult } from "../messages.js" */

/** How long a server may take, in milliseconds. */
export const PATIENCE = 10_000;

/**
 * A refusal and a server that is not there look the same. So a second try asks without the wish to read: it gets through
 * to whatever answers at all.
 * @param {string} url @param {{fetch?: typeof globalThis.fetch, patience?: number}} [options]
 * @returns {Promise<{result: ProbeResult, status: number}>}
 */
export async function tryAddress(url, { fetch = globalThis.fetch, patience = PATIENCE } = {}) {
  const deadline = AbortSignal.timeout(patience);
  /** @param {RequestMode} mode */
  const ask = async (mode) => {
    const response = await fetch(url, {
      mode, credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer", signal: deadline,
    });
    void response.body?.cancel();
    return response.status;
  };
  try {
    return { result: "readable", status: await ask("cors") };
  } catch {
    if (deadline.aborted) return { result: "late", status: 0 };
  }
  try {
    await ask("no-cors");
    return { result: "refused", status: 0 };
  } catch {
    return { result: deadline.aborted ? "late" : "silent", status: 0 };
  }
}
