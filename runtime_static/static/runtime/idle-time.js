// When to load what nobody has asked for yet: while the page has nothing to do, and never for somebody who saves data.

/** Whether this person asked their browser to load no more than is needed. @param {any} browser `navigator` @returns {boolean} */
export function savesData(browser) {
  return Boolean(browser.connection?.saveData);
}

/** Resolves when the page has had nothing to do for a moment. @returns {Promise<void>} */
export function idle() {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 5_000 });
    else setTimeout(resolve, 1_000);
  });
}
