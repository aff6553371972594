// The real Ruff, under Node.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { PositionEncoding, Workspace, initSync } from "@astral-sh/ruff-wasm-web";

import { Checker, RUFF_OPTIONS } from "../../../runtime_static/static/lint/checker.js";

const wasm = fileURLToPath(new URL("ruff_wasm_bg.wasm", import.meta.resolve("@astral-sh/ruff-wasm-web")));
initSync({ module: readFileSync(wasm) });
const checker = new Checker(new Workspace(RUFF_OPTIONS, PositionEncoding.Utf16));

/** @param {string} text @param {readonly string[]} [modules] of the project */
export function check(text, modules = []) {
  return checker.check(text, modules);
}

/** What is marked, and the words for it. @param {string} text @param {readonly string[]} [modules] @returns {string[]} */
export function said(text, modules = []) {
  return check(text, modules).map(({ from, to, code, message }) => `${code} [${text.slice(from, to)}] ${message}`);
}
