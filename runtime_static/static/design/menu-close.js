// <details class="menu"> closes on Esc and when the focus or a click goes elsewhere. A classic script: every page has it.

(() => {
  /** @param {EventTarget | null} target */
  function closeOthers(target) {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!(target instanceof Node) || !menu.contains(target)) menu.removeAttribute("open");
    }
  }

  document.addEventListener("click", (event) => closeOthers(event.target));
  document.addEventListener("focusin", (event) => closeOthers(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !(event.target instanceof Element)) return;
    const menu = event.target.closest("details.menu[open]");
    if (!menu) return;
    menu.removeAttribute("open");
    menu.querySelector("summary")?.focus();
  });
})();
