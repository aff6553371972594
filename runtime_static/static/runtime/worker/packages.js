// Which packages a program needs, and loading them with a word about how much there is to load.

/**
 * @typedef {{depends: string[], imports: string[], name: string, file_name: string}} LockedPackage
 * @typedef {{packages: Record<string, LockedPackage>, codeyard: {sizes: Record<string, number>,
 *   missing: Record<string, string>, library: {file: string, modules: string[]}}}} Lock the lock file as it is installed:
 *   `sizes` in bytes by package, `missing` the packages by import name that exist for this Python but not on this server,
 *   `library` the standard library's archive that is fetched on demand
 */

/**
 * @param {Lock} lock @param {string[]} names @param {(name: string) => boolean} isLoaded
 * @returns {string[]} the packages and everything they depend on, without what is loaded
 */
export function packagesToLoad(lock, names, isLoaded) {
  const found = new Set();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const known = Object.hasOwn(lock.packages, name);
    if (!known || found.has(name) || isLoaded(lock.packages[name].name)) continue;
    found.add(name);
    open.push(...lock.packages[name].depends.map((dependency) => dependency.toLowerCase().replaceAll(/[-_.]+/g, "-")));
  }
  return [...found].sort();
}

/** @param {Lock} lock @param {string[]} names @param {string[]} all @returns {string} such as "Loading numpy 2.9 MB" */
export function loadingText(lock, names, all) {
  const bytes = all.reduce((sum, name) => sum + (lock.codeyard.sizes[name] ?? 0), 0);
  const shown = names.filter((name) => all.includes(name));
  const label = (shown.length ? shown : all).slice(0, 6).join(", ");
  return `Loading ${label} ${Math.max(0.1, bytes / 1e6).toFixed(1)} MB`;
}

/** @param {string[]} names of packages that did not come @param {boolean} away whether the server is out of reach @returns {string} one sentence */
export function missingText(names, away) {
  const label = names.join(", ");
  if (!away) return `${label} could not be loaded from the server. Check the connection and run again.`;
  const [are, load] = names.length === 1 ? ["is", "it loads"] : ["are", "they load"];
  return `${label} ${are} not on this device yet: ${load} when you are online again.`;
}

/**
 * @param {any} pyodide @param {Lock} lock @param {string[]} names as in the lock file
 * @param {{progress: (text: string) => void, warn: (sentence: string) => void, isAway: () => Promise<boolean>}} hooks `isAway`: whether
 *   the server is out of reach
 * @returns {Promise<void>} when they can be imported; what failed is told through `warn`
 */
export async function loadPackages(pyodide, lock, names, { progress, warn, isAway }) {
  const all = packagesToLoad(lock, names, (name) => Object.hasOwn(pyodide.loadedPackages, name));
  if (!all.length) return;
  progress(loadingText(lock, names, all));
  const silent = () => {};
  const loaded = await pyodide.loadPackage(all, { messageCallback: silent, errorCallback: silent });
  const arrived = new Set(loaded.map((/** @type {{name: string}} */ { name }) => name));
  const failed = all.filter((name) => !arrived.has(lock.packages[name].name));
  if (!failed.length) return;
  const asked = failed.filter((name) => names.includes(name)); // who imports pandas need not know what pandas needs
  warn(missingText(asked.length ? asked : failed, await isAway()));
}
