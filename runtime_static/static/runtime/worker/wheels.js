// Installs the wheels of requirements.txt before the program starts. Each is taken from the run origin by the hash of its
// content, which is checked here again: whatever stands between may have changed it.

/** Where `runtime_static/urls.py` serves them. */
const ADDRESS = "/wheels/";

/**
 * @typedef {{name: string, sha256: string, size: number}} Wheel `size` in bytes
 * @typedef {{packages: Record<string, {name: string}>}} Lock
 */

/** The program cannot start; the message is one sentence for the student. */
export class WheelError extends Error {}

/** @param {Wheel[]} wheels @returns {string} such as "Loading cowsay, rich 0.3 MB" */
export function wheelsText(wheels) {
  const bytes = wheels.reduce((sum, { size }) => sum + size, 0);
  const names = wheels.map(({ name }) => name);
  const label = names.length > 6 ? `${names.slice(0, 6).join(", ")} …` : names.join(", ");
  return `Loading ${label} ${Math.max(0.1, bytes / 1e6).toFixed(1)} MB`;
}

/** @param {Lock} lock @param {string[]} names @returns {string[]} those that this server does not have */
export function notServed(lock, names) {
  return names.filter((name) => !Object.hasOwn(lock.packages, name));
}

/**
 * @param {any} pyodide @param {Wheel[]} wheels @param {Lock} lock @param {(text: string) => void} progress
 * @returns {Promise<void>} when they can be imported @throws {WheelError} when one is missing or is not what it should be
 */
export async function installWheels(pyodide, wheels, lock, progress) {
  if (!wheels.length) return;
  progress(wheelsText(wheels));
  const contents = await Promise.all(wheels.map(load));
  const [folder] = pyodide.pyimport("site").getsitepackages().toJs();
  for (const [at, { name }] of wheels.entries()) {
    pyodide.unpackArchive(contents[at], "wheel", { extractDir: folder });
    // What is installed so takes the place of the server's own package of this name.
    pyodide.loadedPackages[lock.packages[name]?.name ?? name] = "requirements.txt";
  }
  pyodide.pyimport("importlib").invalidate_caches();
}

/** @param {Wheel} wheel @returns {Promise<ArrayBuffer>} */
async function load({ name, sha256 }) {
  const content = await fetch(`${ADDRESS}${sha256}.whl`).then((response) => (response.ok ? response.arrayBuffer() : null), () => null);
  if (!content) throw new WheelError(`${name} could not be loaded from the server. Check the connection and run again.`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== sha256) throw new WheelError(`${name} was changed on its way from the server, so it was not used.`);
  return content;
}
