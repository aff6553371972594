// The form of an assignment: ticking, ordering, searching and quick times without a way to the server. Without this
// script the same buttons ask the server, and what is typed stays.

import { Rows } from "./setting-rows.js";
import { foundText, matches } from "./setting-search.js";

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-setting]"));
if (form) {
  const items = itemRows(form);
  rubricRows(form);
  search(form);
  quickTimes(form);
  picker(form, items);
}

/** @param {HTMLElement} root @param {string} selector @returns {any} the element, which the page has */
function find(root, selector) {
  return root.querySelector(selector);
}

/** @param {HTMLFormElement} form */
function teller(form) {
  const place = find(form, "[data-said]");
  return (/** @type {string} */ text) => {
    place.textContent = text;
  };
}

/** @param {HTMLFormElement} form */
function itemRows(form) {
  const list = find(form, "[data-rows=items]");
  const none = find(form, "[data-none]");
  const rows = new Rows({
    list,
    tell: teller(form),
    changed: () => (none.hidden = list.childElementCount > 0),
    removed(key) {
      const box = find(form, `[name=exercise][value="${CSS.escape(key.slice(1))}"]`);
      if (box && key.startsWith("e")) box.checked = false;
    },
  });
  find(form, "[data-add-project]")?.addEventListener("click", (/** @type {Event} */ event) => {
    event.preventDefault();
    const chosen = find(form, "[data-project]").selectedOptions[0];
    const key = `p${chosen.value}`;
    if (!rows.row(key)) rows.add(find(form, "[data-blank=projects]"), key, chosen.text, chosen.text);
    find(/** @type {HTMLElement} */ (rows.row(key)), "input[type=text]").focus();
  });
  return rows;
}

/** @param {HTMLFormElement} form @param {Rows} rows */
function picker(form, rows) {
  const place = find(form, "[data-picker]");
  const blank = find(form, "[data-blank=items]");
  const follow = (/** @type {HTMLInputElement} */ box) => {
    const key = `e${box.value}`;
    if (!box.checked) rows.remove(key);
    else if (!rows.row(key)) rows.add(blank, key, box.nextElementSibling?.textContent ?? "");
  };
  place.addEventListener("change", (/** @type {Event} */ event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (box.name === "exercise") follow(box);
  });
  place.addEventListener("click", (/** @type {Event} */ event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-all]");
    if (!button) return;
    event.preventDefault();
    for (const box of /** @type {HTMLElement} */ (button.closest("[data-collection]")).querySelectorAll("input")) {
      box.checked = true;
      follow(box);
    }
    rows.tell(`${rows.rows.length} to work on.`);
  });
}

/** @param {HTMLFormElement} form */
function rubricRows(form) {
  const rows = new Rows({ list: find(form, "[data-rows=lines]"), tell: teller(form), changed() {} });
  find(form, "[data-add-line]").addEventListener("click", (/** @type {Event} */ event) => {
    event.preventDefault();
    let number = 1;
    while (rows.row(`n${number}`)) number += 1;
    const row = rows.add(find(form, "[data-blank=lines]"), `n${number}`, "");
    find(row, "input[type=text]").focus();
  });
}

/** @param {HTMLFormElement} form */
function search(form) {
  const query = find(form, "[data-query]");
  find(form, "[data-search]").hidden = false;
  query.addEventListener("input", () => {
    let found = 0;
    for (const collection of form.querySelectorAll("[data-collection]")) {
      const title = find(/** @type {HTMLElement} */ (collection), "legend").textContent;
      let inside = 0;
      for (const choice of /** @type {NodeListOf<HTMLElement>} */ (collection.querySelectorAll("[data-choice]"))) {
        choice.hidden = !matches(`${title} ${choice.textContent}`, query.value);
        inside += Number(!choice.hidden);
      }
      /** @type {HTMLElement} */ (collection).hidden = inside === 0;
      found += inside;
    }
    find(form, "[data-found]").textContent = query.value.trim() ? foundText(found) : "";
  });
  query.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter") event.preventDefault(); // it searches, it does not save
  });
}

/** @param {HTMLFormElement} form */
function quickTimes(form) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-quick]"))) {
    place.hidden = false;
    place.addEventListener("click", (event) => {
      const button = /** @type {HTMLElement} */ (event.target).closest("button");
      if (button) find(form, `[name="${place.dataset.quick}"]`).value = button.dataset.value;
    });
  }
}
