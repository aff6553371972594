// Light, dark, or as the device says: kept on this device only. A classic script in <head>, so that a page is never
// painted in the wrong colours first.

(() => {
  const KEY = "codeyard-theme";
  const root = document.documentElement;

  /** @returns {string} "light", "dark", or "" for the device's own choice */
  function stored() {
    try {
      const value = localStorage.getItem(KEY);
      return value === "light" || value === "dark" ? value : "";
    } catch {
      return ""; // storage is switched off: the device's choice holds
    }
  }

  /** @param {string} theme */
  function apply(theme) {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const input of document.querySelectorAll("[data-theme-switch] input")) {
      if (input instanceof HTMLInputElement) input.checked = input.value === theme;
    }
  }

  apply(stored());
  document.addEventListener("DOMContentLoaded", () => apply(stored()));
  addEventListener("storage", (event) => {
    if (event.key === KEY) apply(stored());
  });
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.closest("[data-theme-switch]")) return;
    try {
      localStorage.setItem(KEY, input.value);
    } catch {
      // The choice then holds for this page.
    }
    apply(input.value);
  });
})();
