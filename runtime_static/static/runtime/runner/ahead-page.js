// On pages from which people go on to a workspace: a hidden frame of the run origin that fetches what Python needs. It has to be
// a frame, because browsers keep apart what the frames of each site have loaded.

import { idle } from "../idle-time.js";
import { AHEAD_FRAGMENT } from "../messages.js";
import { DONE, tellsDone, wantsAhead } from "./ahead.js";

/** @param {string} address @returns {HTMLIFrameElement} for nobody to see or reach; it may do nothing but load */
function hiddenFrame(address) {
  const iframe = document.createElement("iframe");
  iframe.hidden = true;
  iframe.tabIndex = -1;
  iframe.title = "Loads Python ahead";
  iframe.setAttribute("aria-hidden", "true");
  iframe.setAttribute("sandbox", "allow-scripts allow-same-origin");
  iframe.src = `${address}${AHEAD_FRAGMENT}`;
  return iframe;
}

/** Resolves when the page around has loaded. @returns {Promise<void>} */
function loaded() {
  return new Promise((resolve) => {
    if (document.readyState === "complete") resolve();
    else addEventListener("load", () => resolve(), { once: true });
  });
}

/** @returns {Storage | null} null where the browser keeps pages from storage */
function tabStorage() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** @param {string} address the frame page's */
async function fetchAhead(address) {
  const storage = tabStorage();
  if (!wantsAhead(address, navigator, storage)) return;
  await loaded();
  await idle();
  const iframe = hiddenFrame(address);
  const { origin } = new URL(address);
  addEventListener("message", (event) => {
    if (!tellsDone(event, { source: iframe.contentWindow, origin })) return;
    iframe.remove();
    storage?.setItem(DONE, address);
  });
  document.body.append(iframe);
}

const address = document.getElementById("fetch-ahead")?.dataset.frame;
if (address) void fetchAhead(address);
