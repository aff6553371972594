// The worker that reads Python while somebody types: Ruff, and our words for what it finds. It runs no program.

import { Checker, RUFF_OPTIONS } from "./checker.js";

/**
 * @typedef {{ruff: string}} Begin where Ruff's module is; its wasm stands beside it
 * @typedef {{id: number, text: string, modules: readonly string[]}} Request
 */

/** @type {Checker | null} */
let checker = null;
/** @type {Request | null} what is asked before Ruff is there: only the latest counts */
let early = null;

addEventListener("message", ({ data }) => {
  if ("ruff" in data) void begin(data);
  else if (checker) answer(checker, data);
  else early = data;
});

/** @param {Begin} message */
async function begin({ ruff }) {
  try {
    // An address and no name: import maps reach no worker.
    const { default: load, Workspace, PositionEncoding } = await import(ruff);
    await load({ module_or_path: new URL("ruff_wasm_bg.wasm", new URL(ruff, location.href)) });
    checker = new Checker(new Workspace(RUFF_OPTIONS, PositionEncoding.Utf16));
    postMessage({ type: "ready" });
    if (early) answer(checker, early);
  } catch (error) {
    postMessage({ type: "failed", detail: String(error) });
  }
}

/** @param {Checker} checker @param {Request} request */
function answer(checker, { id, text, modules }) {
  try {
    postMessage({ type: "problems", id, problems: checker.check(text, modules) });
  } catch (error) {
    postMessage({ type: "failed", detail: String(error) });
  }
}
