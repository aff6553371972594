// The page's side of trying an address: it asks the frame of the run origin and waits for the answer.

import { PROTOCOL_VERSION, isHello, readProbedMessage } from "../messages.js";

/** @import { ProbeResult } from "../messages.js" */

/** How long the frame may take to load and answer, in milliseconds; it gives a server less. */
const PATIENCE = 25_000;

/** Tries addresses in an iframe of the run origin. */
export class Prober {
  /** @param {HTMLIFrameElement} iframe its `src` is set already or soon */
  constructor(iframe) {
    this.iframe = iframe;
    this.lastId = 0;
    /** @type {Map<number, (answer: {result: ProbeResult, status: number}) => void>} */
    this.waiting = new Map();
    /** @type {Promise<MessagePort>} */
    this.port = new Promise((resolve) => {
      addEventListener("message", (event) => this.#greet(event, resolve));
    });
  }

  /** @param {string} url starts with https:// @returns {Promise<{result: ProbeResult, status: number}>} */
  async probe(url) {
    const id = ++this.lastId;
    const answer = new Promise((resolve, reject) => {
      this.waiting.set(id, resolve);
      setTimeout(() => reject(new Error("The part of this page that tries addresses did not answer.")), PATIENCE);
    });
    void this.port.then((port) => port.postMessage({ type: "probe", id, url }));
    return answer.finally(() => this.waiting.delete(id));
  }

  /** @param {MessageEvent} event @param {(port: MessagePort) => void} resolve */
  #greet(event, resolve) {
    const { origin } = new URL(this.iframe.src);
    if (event.source !== this.iframe.contentWindow || event.origin !== origin || !isHello(event.data) || this.greeted) return;
    this.greeted = true;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      const message = readProbedMessage(data);
      if (message) this.waiting.get(message.id)?.(message);
    };
    this.iframe.contentWindow?.postMessage({ type: "connect", version: PROTOCOL_VERSION }, origin, [port2]);
    resolve(port1);
  }
}
