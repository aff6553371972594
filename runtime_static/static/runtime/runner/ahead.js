// Whether a page shall fetch ahead what Python needs, and when that is done.

import { savesData } from "../idle-time.js";
import { isFetchedAhead } from "../messages.js";

/** In the tab's storage: the frame page for which all is there. */
export const DONE = "codeyard-fetched-ahead";

/**
 * @param {string} address of the frame page; another release has another one
 * @param {any} browser `navigator` @param {Pick<Storage, "getItem"> | null} storage
 * @returns {boolean} whether to fetch at all: online, without the data saver, and once in a tab
 */
export function wantsAhead(address, browser, storage) {
  return browser.onLine !== false && !savesData(browser) && storage?.getItem(DONE) !== address;
}

/**
 * @param {MessageEvent} event @param {{source: unknown, origin: string}} frame
 * @returns {boolean} whether this frame says that everything is there
 */
export function tellsDone({ source, origin, data }, frame) {
  return source === frame.source && origin === frame.origin && isFetchedAhead(data);
}
