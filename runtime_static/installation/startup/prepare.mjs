// Run by Node: lets Pyodide itself split its standard library, compile our own packages, and make a snapshot of a Python
// that has started. Reads its task as JSON from standard input; `targets` names the files to write; what is
// missing there is not wanted. Answers with JSON: {libraryModules}.

import { readFileSync, writeFileSync } from "node:fs";
import { argv, stdin, stdout } from "node:process";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const task = JSON.parse(await text(stdin));
const { loadPyodide } = await load(`${task.pyodide}/pyodide.mjs`);
const { ENVIRONMENT } = await load(task.environment);
const { pack } = await load(task.snapshotModule);
const { WebAssembly: wasm } = globalThis;
const answer = { libraryModules: null };

if (task.targets.core) await splitLibrary();
if (Object.keys(task.targets.own).length) await compileOwn();
if (task.targets.snapshot) await makeSnapshot();
stdout.write(JSON.stringify(answer));

/** @param {string} path @returns {Promise<any>} */
function load(path) {
  return import(pathToFileURL(path).href);
}

/** @param {object} options @returns {Promise<{python: any, contents: any}>} Pyodide with our scripts in it */
async function start(options = {}) {
  const python = await loadPyodide({ indexURL: task.pyodide, env: { ...ENVIRONMENT }, ...options });
  for (const script of task.scripts) {
    python.FS.writeFile(`${ENVIRONMENT.HOME}/${script.split("/").at(-1)}`, readFileSync(script));
  }
  return { python, contents: python.pyimport("contents") };
}

async function splitLibrary() {
  // Where in its line each instruction stood is of no use without the source.
  const { python, contents } = await start({ args: ["-X", "no_debug_ranges"] });
  python.FS.writeFile("/tmp/stdlib.zip", readFileSync(task.stdlib));
  const names = contents.split("/tmp/stdlib.zip", "/tmp/core.zip", "/tmp/library.zip", python.toPy(task.first), python.toPy(task.lessons));
  answer.libraryModules = names.toJs();
  writeFileSync(task.targets.core, python.FS.readFile("/tmp/core.zip"));
  writeFileSync(task.targets.library, python.FS.readFile("/tmp/library.zip"));
}

async function compileOwn() {
  const { python, contents } = await start();
  for (const [name, target] of Object.entries(task.targets.own)) {
    const compiled = contents.own_package(name, python.toPy(task.own[name])).toJs({ dict_converter: Object.fromEntries });
    writeFileSync(target, JSON.stringify(compiled));
  }
}

/**
 * Python keeps in its memory whether the browser can suspend it. Node of these days cannot, and the browsers that get a
 * snapshot can. Nothing is suspended here, so that what stands in for the missing functions is never at work.
 */
function claimStackSwitching() {
  const target = /** @type {any} */ (wasm);
  target.Suspending ??= function Suspending(/** @type {Function} */ work) {
    return work;
  };
  target.promising ??= (/** @type {Function} */ work) => async (/** @type {unknown[]} */ ...values) => work(...values);
}

async function makeSnapshot() {
  claimStackSwitching();
  const { instantiate } = wasm;
  let initial = new Uint8Array();
  wasm.instantiate = /** @type {any} */ (async (/** @type {any} */ source, /** @type {any} */ imports) => {
    const result = /** @type {any} */ (await instantiate(source, imports));
    const { memory } = (result.instance ?? result).exports;
    if (memory && !initial.length) initial = new Uint8Array(memory.buffer).slice();
    return result;
  });
  // Python would keep the path of this file as the name of its own executable.
  argv[1] = "python";
  const { python, contents } = await start({ _makeSnapshot: true, stdLibURL: task.targets.core ?? task.core });
  contents.warm_up(python.toPy(task.first), python.toPy(Object.keys(ENVIRONMENT)));
  contents.destroy();
  wasm.instantiate = instantiate;
  writeFileSync(task.targets.snapshot, pack(python.makeMemorySnapshot(), initial));
}
