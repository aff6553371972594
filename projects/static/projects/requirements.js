// What requirements.txt asks for and what requirements.lock holds, as the server reads and writes them
// (`projects/requirements/lines.py` and `lock.py`; both sides are tested with `tests/projects/requirements.json`). Pure.

import { bytesFromContent } from "./content.js";

/** @import { Content } from "./synced-file.js" */

/**
 * @typedef {{name: string, version: string, sha256: string, size: number}} LockedWheel `size` in bytes
 * @typedef {{madeFrom: string, runtime: string, wheels: LockedWheel[], served: {name: string, version: string}[]}} Lock
 */

export const REQUIREMENTS = "requirements.txt";
export const LOCK = "requirements.lock";

const LARGEST = 200_000; // characters of a lock
const NAME = "([a-z0-9]+(?:-[a-z0-9]+)*)==([A-Za-z0-9][A-Za-z0-9.!+_-]{0,60})";
const WHEEL = new RegExp(`^${NAME} --hash=sha256:([0-9a-f]{64})  # ([0-9]{1,9}) bytes$`);
const SERVED = new RegExp(`^${NAME}  # from this server$`);
const MADE_FROM = /^# requirements: ([0-9a-f]{64})$/;
const RUNTIME = /^# runtime: ([A-Za-z0-9][A-Za-z0-9 .+-]{0,60})$/;

/** @param {Content | null | undefined} content @returns {string | null} its text; Windows' consoles write UTF-16 into files */
export function textOf(content) {
  if (!content || "text" in content) return content?.text ?? null;
  const bytes = bytesFromContent(content);
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return isUtf16 ? new TextDecoder("utf-16le").decode(bytes) : null;
}

/** @param {string} text of requirements.txt @returns {string[]} the lines that ask for something, without comments and outer spaces */
export function requirementLines(text) {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  return lines.map((line) => line.replace(/(^|[ \t])#[^]*/, "").replace(/^[ \t]+|[ \t]+$/g, "")).filter(Boolean);
}

/** @param {string} text @returns {string} the first names in it, for a word about what is going on */
export function namesIn(text) {
  const names = requirementLines(text).flatMap((line) => /^[A-Za-z0-9][A-Za-z0-9._-]*/.exec(line)?.[0].slice(0, 40) ?? []);
  return names.length > 4 ? `${names.slice(0, 4).join(", ")} …` : names.join(", ");
}

/** @param {string} text of requirements.txt @returns {Promise<string>} changes when other packages are asked for */
export async function fingerprint(text) {
  const bytes = new TextEncoder().encode(requirementLines(text).join("\n"));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} text of requirements.lock @returns {Lock | null} null for anything that the server did not write */
export function readLock(text) {
  if (text.length > LARGEST) return null;
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  /** @param {RegExp} pattern */
  const all = (pattern) => lines.flatMap((line) => { const found = pattern.exec(line); return found ? [found] : []; });
  const wheels = all(WHEEL).map(([, name, version, sha256, size]) => ({ name, version, sha256, size: Number(size) }));
  const served = all(SERVED).map(([, name, version]) => ({ name, version }));
  const [madeFrom, runtime] = [all(MADE_FROM)[0]?.[1], all(RUNTIME)[0]?.[1]];
  const others = lines.filter((line) => line && !line.startsWith("#"));
  const names = new Set([...wheels, ...served].map(({ name }) => name));
  if (!madeFrom || !runtime || names.size !== others.length || names.size !== wheels.length + served.length) return null;
  return { madeFrom, runtime, wheels, served };
}
