// Asks the open pages which of them has sent a form in vain.

/** @import { NotSentMessage } from "../names.js" */

const PATIENCE = 1_000; // milliseconds for a page to say that it was its form

/** @param {any} clients of the service worker @param {string} path that the form was for @returns {Promise<boolean>} whether a page has said it to the person */
export async function tellNotSent(clients, path) {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), PATIENCE);
    for (const client of windows) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(true);
      client.postMessage(/** @type {NotSentMessage} */ ({ type: "not-sent", path }), [port2]);
    }
  });
}
