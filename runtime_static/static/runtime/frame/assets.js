// What every interpreter needs, fetched once by the frame and handed to each worker: the compiled module, the part of the
// standard library that a start needs, our own Python files, the table of packages, and a snapshot where there is one.

/**
 * @typedef {{worker: string, pyodide: string, packages: string, core: string, library: string, snapshot: string,
 *   code: string, checks: string, lock: string}} AssetAddresses
 * `pyodide` is the folder of the Pyodide release, with a slash at the end; `packages` that of the Python packages;
 * `core` and `library` are the two parts of the standard library; `code` is our Python package, `checks` the one that checks
 * programs; `lock` is the table of packages.
 * @typedef {{module: WebAssembly.Module, core: ArrayBuffer, lock: string, code: Record<string, string>,
 *   snapshot: ArrayBuffer | null}} Assets `code` maps file names to base64
 */

/** A start waits for the snapshot this many times as long as all else took, which tells how fast the device is. */
const PATIENCE = 2;

/** @param {string} address @param {RequestInit} [options] @returns {Promise<Response>} @throws {Error} when the server does not have it */
export async function load(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${new URL(address, location.href).pathname} answered ${response.status}`);
  return response;
}

/**
 * Whether the browser had this in its cache, by its own record of what it loaded.
 * @param {string} address @param {{getEntriesByName: (name: string) => any[]}} [record]
 * @returns {boolean}
 */
export function wasCached(address, record = performance) {
  const entries = record.getEntriesByName(address);
  return entries.length > 0 && entries.every((entry) => entry.transferSize === 0);
}

/** The memory of a started Python. It is large: a first start does not wait for it, and it is asked for once. */
export class SnapshotSource {
  /** @param {string} address */
  constructor(address) {
    this.address = address;
    /** @type {Promise<ArrayBuffer | null> | null} */
    this.coming = null;
  }

  /** @returns {Promise<ArrayBuffer | null>} null when it cannot be loaded */
  load() {
    this.coming ??= load(this.address).then((response) => response.arrayBuffer()).catch(() => null);
    return this.coming;
  }

  /** @param {number} patience milliseconds @returns {Promise<ArrayBuffer | null>} null when it does not come so soon */
  loadSoon(patience) {
    return Promise.race([this.load(), new Promise((resolve) => setTimeout(resolve, patience, null))]);
  }
}

/** Our engine of checks: fetched where something is checked, and once. */
export class EngineSource {
  /** @param {string} address */
  constructor(address) {
    this.address = address;
    /** @type {Promise<Record<string, string>> | null} */
    this.coming = null;
  }

  /** @returns {Promise<Record<string, string>>} file names to base64 @throws {Error} when it cannot be loaded; the next call tries again */
  load() {
    if (!this.coming) {
      this.coming = load(this.address).then((response) => response.json());
      this.coming.catch(() => { this.coming = null; });
    }
    return this.coming;
  }
}

/**
 * @param {AssetAddresses} addresses @param {SnapshotSource | null} snapshot null where it is not wanted
 * @returns {Promise<Assets>} @throws {Error} when something cannot be loaded
 */
export async function loadAssets({ pyodide, core, lock, code }, snapshot) {
  const begun = performance.now();
  const coreLoaded = load(core).then(async (response) => {
    const bytes = await response.arrayBuffer();
    // This browser has been here before, so the snapshot, which comes after a first start, is in its cache, too.
    if (snapshot && wasCached(response.url)) void snapshot.load();
    return bytes;
  });
  const [module, coreBytes, table, files] = await Promise.all([
    WebAssembly.compileStreaming(load(`${pyodide}pyodide.asm.wasm`)),
    coreLoaded,
    load(lock).then((response) => response.text()),
    load(code).then((response) => response.json()),
  ]);
  const patience = PATIENCE * (performance.now() - begun);
  const memory = snapshot?.coming ? await snapshot.loadSoon(patience) : null;
  return { module, core: coreBytes, lock: table, code: files, snapshot: memory };
}
