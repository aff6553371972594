// Asks the open pages which of them has sent a form in vain.

/** @import { NotSentMessage } from "../names.js" */

const PATIENCE = 1_000; // milliseconds for a page to say that it was its form

/**
 * @param {any} clients of the service worker @param {string} path that the form was for @param {number} [patience] milliseconds
 * @returns {Promise<boolean>} whether a page has told the person
 */
export async function tellNotSent(clients, path, patience = PATIENCE) {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    for (const client of windows) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        clearTimeout(timer);
        resolve(true);
      };
      client.postMessage(/** @type {NotSentMessage} */ ({ type: "not-sent", path }), [port2]);
    }
  });
}
