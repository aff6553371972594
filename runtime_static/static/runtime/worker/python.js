// Starts Pyodide from what the frame has fetched and compiled already.

import { ENVIRONMENT, PROJECT_ROOT } from "./environment.js";
import { Snapshot } from "./snapshot.js";

/**
 * @typedef {{module: WebAssembly.Module, core: ArrayBuffer, lock: string, code: Record<string, string>,
 *   snapshot: ArrayBuffer | null}} Assets
 * @typedef {any} Pyodide Pyodide's public API, https://pyodide.org/en/stable/usage/api/js-api.html
 */

export { PROJECT_ROOT };

/**
 * While `load` runs, Pyodide's own requests for its two large files are answered from memory.
 * @template T
 * @param {string} folder @param {Assets} assets @param {Snapshot | null} snapshot @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
async function withAssets(folder, assets, snapshot, load) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  const answers = new Map([
    [`${folder}pyodide.asm.wasm`, () => new Response()],
    [`${folder}python_stdlib.zip`, () => new Response(assets.core)],
  ]);
  globalThis.fetch = async (input, options) => answers.get(String(input))?.() ?? fetch(input, options);
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    const instance = await WebAssembly.instantiate(assets.module, imports);
    snapshot?.complete(instance);
    return { module: assets.module, instance };
  };
  try {
    return await load();
  } finally {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/** @param {any} FS @param {string} folder @param {Record<string, string>} code file names to base64 */
export function writePackage(FS, folder, code) {
  for (const [name, text] of Object.entries(code)) {
    const path = `${folder}/${name}`;
    FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    FS.writeFile(path, Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  }
}

/** @param {any} FS @param {string} sitePackages @param {Record<string, string>} code */
function furnish(FS, sitePackages, code) {
  writePackage(FS, `${sitePackages}/codeyard`, code);
  FS.mkdirTree(PROJECT_ROOT);
  FS.mkdirTree(ENVIRONMENT.MPLCONFIGDIR);
}

/**
 * @param {string} folder @param {string} packages @param {Assets} assets @param {Snapshot | null} snapshot
 * @returns {Promise<Pyodide>}
 */
async function start(folder, packages, assets, snapshot) {
  const { loadPyodide } = await import(`${folder}pyodide.mjs`);
  return withAssets(folder, assets, snapshot, () => loadPyodide({
    indexURL: folder,
    lockFileContents: assets.lock,
    packageBaseUrl: packages,
    env: { ...ENVIRONMENT },
    /** @param {any} FS @param {{sitePackages: string}} info */
    fsInit: async (FS, { sitePackages }) => furnish(FS, sitePackages, assets.code),
    ...(snapshot ? { _loadSnapshot: snapshot.bytes } : {}),
  }));
}

/**
 * @param {string} folder where the Pyodide release stands, with a slash at the end
 * @param {string} packages where its Python packages stand, likewise
 * @param {Assets} assets
 * @returns {Promise<Pyodide>} @throws when Pyodide cannot start
 */
export async function startPython(folder, packages, assets) {
  if (!assets.snapshot) return start(folder, packages, assets, null);
  try {
    return await start(folder, packages, assets, new Snapshot(assets.snapshot));
  } catch {
    return start(folder, packages, assets, null); // slower, but it starts
  }
}
