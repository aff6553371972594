// Entry of the frame that tries addresses: what it may reach is exactly what a program may reach.

import { meetPage } from "../frame/embedder.js";
import { readProbeMessage } from "../messages.js";
import { tryAddress } from "./try-address.js";

const { embedders } = /** @type {{embedders: string[]}} */ (JSON.parse(document.getElementById("frame-data")?.textContent ?? "{}"));
const port = await meetPage(embedders, window);
/** @param {MessageEvent} event */
port.onmessage = async (event) => {
  const asked = readProbeMessage(event.data);
  if (asked) port.postMessage({ type: "probed", id: asked.id, ...(await tryAddress(asked.url)) });
};
