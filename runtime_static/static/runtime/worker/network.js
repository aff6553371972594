// Requests that a program makes with `requests` or `urllib.request`. What the browser allows decides what comes back.

/** Browsers set these themselves, and complain about whoever tries; a `User-Agent` would make them ask the server first. */
const NOT_OURS_TO_SET = new Set([
  "accept-charset", "accept-encoding", "connection", "content-length", "cookie", "date", "dnt", "expect", "host", "keep-alive",
  "origin", "referer", "te", "trailer", "transfer-encoding", "upgrade", "user-agent", "via",
]);

/**
 * @typedef {[name: string, value: string][]} Headers
 * @typedef {{failure: "blocked" | "timeout" | "stopped"}} Failure `blocked`: browsers do not tell a refusal from no server
 * @typedef {{failure: "", status: number, reason: string, url: string, headers: string, body: Uint8Array}} Answer
 * `url` after redirects; `headers` is JSON of `Headers`
 */

/** @param {string} json of `Headers` @returns {Headers} those that a program may set */
export function settableHeaders(json) {
  return /** @type {Headers} */ (JSON.parse(json)).filter(([name]) => !NOT_OURS_TO_SET.has(name.toLowerCase()));
}

/** @param {string} text as `XMLHttpRequest.getAllResponseHeaders` gives it @returns {Headers} */
export function parseHeaders(text) {
  const lines = text.split("\r\n").filter((line) => line.includes(":"));
  return lines.map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]);
}

export class Network {
  constructor() {
    /** @type {Set<AbortController>} */
    this.open = new Set();
  }

  /** End every request that waits: the program is stopped. */
  abort() {
    for (const controller of this.open) controller.abort();
  }

  /**
   * While Python is suspended. A stop ends it at once.
   * @param {string} method @param {string} url @param {string} headers @param {Uint8Array | null} body
   * @param {number} timeout in milliseconds, 0 for none @returns {Promise<Answer | Failure>}
   */
  async fetch(method, url, headers, body, timeout) {
    const controller = new AbortController();
    this.open.add(controller);
    let late = false;
    const end = () => {
      late = true;
      controller.abort();
    };
    const timer = timeout > 0 ? setTimeout(end, timeout) : undefined;
    try {
      const response = await fetch(url, {
        method, headers: settableHeaders(headers), body: /** @type {BodyInit | null} */ (body), credentials: "omit",
        signal: controller.signal,
      });
      const content = new Uint8Array(await response.arrayBuffer());
      const { status, statusText } = response;
      return { failure: "", status, reason: statusText, url: response.url, headers: JSON.stringify([...response.headers]), body: content };
    } catch {
      return { failure: late ? "timeout" : controller.signal.aborted ? "stopped" : "blocked" };
    } finally {
      clearTimeout(timer);
      this.open.delete(controller);
    }
  }

  /**
   * Where Python cannot be suspended. Only the end of the worker ends it.
   * @param {string} method @param {string} url @param {string} headers @param {Uint8Array | null} body
   * @param {number} timeout in milliseconds, 0 for none @returns {Answer | Failure}
   */
  fetchNow(method, url, headers, body, timeout) {
    const request = new XMLHttpRequest();
    try {
      request.open(method, url, false);
      request.responseType = "arraybuffer";
      request.timeout = timeout;
      for (const [name, value] of settableHeaders(headers)) request.setRequestHeader(name, value);
      request.send(/** @type {XMLHttpRequestBodyInit | null} */ (body));
    } catch (error) {
      return { failure: /** @type {Error} */ (error).name === "TimeoutError" ? "timeout" : "blocked" };
    }
    const { status, statusText, responseURL } = request;
    const found = JSON.stringify(parseHeaders(request.getAllResponseHeaders()));
    return { failure: "", status, reason: statusText, url: responseURL, headers: found, body: new Uint8Array(request.response) };
  }
}
