// Which names a project's files may have: the rules of projects/file_names.py, tested with the same cases. Pure.

const LONGEST_NAME_BYTES = 100;
const DEEPEST_LEVEL = 4;
const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\..*)?$/i;
const FORBIDDEN = /[<>:"|?*\\]/;
const CONTROL = /[\p{Cc}\p{Cs}]/u;
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/;

/** @param {string} path @returns {string} the same for paths that Windows or macOS would take for one file */
export function pathKey(path) {
  // Upper case first: it folds letters that lower case leaves apart ("ß" and "ss").
  return path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}

/**
 * @param {string} path @param {readonly string[]} others the project's other files
 * @returns {string} one sentence for the person who typed it, "" when the name can be used
 */
export function problemWith(path, others) {
  const name = path.normalize("NFC");
  if (!name.trim()) return "A file needs a name.";
  if (name.startsWith("/")) return "A file name must not start with a slash.";
  const parts = name.split("/");
  if (parts.length > DEEPEST_LEVEL) return `Folders may be ${DEEPEST_LEVEL - 1} deep at most.`;
  return parts.map(problemWithPart).find(Boolean) ?? problemWithClash(name, others);
}

/** @param {string} part @returns {string} */
function problemWithPart(part) {
  if (["", ".", ".."].includes(part)) return "A file name must not contain empty parts, “.” or “..”.";
  if (CONTROL.test(part)) return "A file name must not contain control characters.";
  if (INVISIBLE.test(part)) return "A file name must not contain invisible characters.";
  if (FORBIDDEN.test(part)) return 'These characters cannot stand in a file name: \\ < > : " | ? *.';
  if (part !== part.trim() || part.endsWith(".")) {
    return "A file name must not start with a space, or end with a space or a full stop.";
  }
  if (DEVICES.test(part)) return "Windows keeps this name for itself; choose another.";
  const tooLong = new TextEncoder().encode(part).length > LONGEST_NAME_BYTES;
  return tooLong ? `A file name may be ${LONGEST_NAME_BYTES} bytes long at most.` : "";
}

/** @param {string} path @param {readonly string[]} others @returns {string} */
function problemWithClash(path, others) {
  const key = pathKey(path);
  for (const other of others) {
    const otherKey = pathKey(other);
    if (otherKey === key) return `There is a file named “${other}” already.`;
    if (otherKey.startsWith(`${key}/`)) return `There is a folder named “${other.slice(0, path.length)}” already.`;
    if (key.startsWith(`${otherKey}/`)) return `“${other}” is a file, so it cannot be a folder.`;
  }
  return "";
}

/**
 * @param {string} path @param {readonly string[]} others
 * @returns {string} `path`, or the same with a number when it is taken: `notes 2.txt`
 */
export function freePath(path, others) {
  const taken = new Set(others.map(pathKey));
  const slash = path.lastIndexOf("/");
  const dot = path.indexOf(".", slash + 2);
  const [stem, ending] = dot < 0 ? [path, ""] : [path.slice(0, dot), path.slice(dot)];
  let free = path;
  for (let number = 2; taken.has(pathKey(free)); number += 1) free = `${stem} ${number}${ending}`;
  return free;
}

/** @param {readonly string[]} paths @returns {string[]} module names that a program of this project can import */
export function moduleNames(paths) {
  const modules = paths.map((path) => /^([A-Za-z_]\w*)(?:\.py|\/__init__\.py)$/.exec(path)?.[1]);
  return [...new Set(modules)].filter((name) => name !== undefined);
}
