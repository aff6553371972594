// Who may use this frame: the page that embeds it, if it is one of the application's. It hands over one MessagePort.

import { PROTOCOL_VERSION, isConnect } from "../messages.js";

/** Milliseconds between two greetings; the page may set up its listener after the frame has loaded. */
const GREETING_INTERVAL = 100;

/**
 * Whether an origin fits a CSP host source such as `http://*.localhost:8000`; `*.` stands for one or more labels.
 * @param {string} origin @param {string} pattern @returns {boolean}
 */
export function originMatches(origin, pattern) {
  const [scheme, host] = pattern.split("://");
  if (!host?.startsWith("*.")) return origin === pattern;
  if (!origin.startsWith(`${scheme}://`)) return false;
  const name = origin.slice(scheme.length + 3);
  return name.endsWith(host.slice(1)) && name.length >= host.length && !/[/@?#\s]/.test(name);
}

/**
 * Wait for the embedding page. Posts a greeting, empty of content, until a fitting page answers with a port.
 * @param {readonly string[]} patterns origins that may embed the frame
 * @param {Window} scope the frame's window
 * @returns {Promise<MessagePort>} exactly one, ever
 */
export function meetPage(patterns, scope) {
  return new Promise((resolve) => {
    // A busy page finds several greetings of one frame in its queue; the name lets it answer once.
    const frame = crypto.randomUUID();
    const greet = () => scope.parent.postMessage({ type: "hello", version: PROTOCOL_VERSION, frame }, "*");
    const timer = setInterval(greet, GREETING_INTERVAL);
    /** @param {MessageEvent} event */
    const listen = (event) => {
      const embedded = event.source === scope.parent && event.source !== scope; // alone in a window, it is its own parent
      const fits = embedded && patterns.some((pattern) => originMatches(event.origin, pattern));
      if (!fits || event.ports.length !== 1 || !isConnect(event.data)) return;
      clearInterval(timer);
      scope.removeEventListener("message", listen);
      resolve(event.ports[0]);
    };
    scope.addEventListener("message", listen);
    greet();
  });
}
