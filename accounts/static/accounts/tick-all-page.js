/** A box in the heading of a table that ticks all boxes of its rows. */

const all = document.querySelector("[data-tick-all]");
const table = all?.closest("table");

if (all instanceof HTMLInputElement && table) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...table.querySelectorAll("tbody input[type=checkbox]")]);
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };
  all.hidden = false;
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
  });
  table.addEventListener("change", show);
  show();
}
