// The project's files inside Python's file system, and what the program changes in them. MEMFS keeps no journal, so the
// folder is compared with what was last reported: when a file is closed, now and then, at `input()` and at the end.

import { LIMITS, isProjectPath } from "../messages.js";

/** Milliseconds between two looks while the program runs. */
const INTERVAL = 2_000;
/** A file that is opened and closed in a loop is reported at most this often, in milliseconds. */
const CLOSE_INTERVAL = 500;
/** Two writes this close together (milliseconds) may leave the same time stamp. */
const CLOCK_GRAIN = 2;
/** Files are written to the project with a time stamp this far back (milliseconds), so that every later write shows. */
const HEAD_START = 2_000;
/** Bytes in one message. */
const BATCH_BYTES = 8 * 1024 * 1024;
const PASSED_OVER = new Set(["__pycache__"]);

/** @typedef {{path: string, bytes: Uint8Array}} ProjectFile */
/** @typedef {{changed: ProjectFile[], deleted: string[]}} FileChanges */

export class ProjectFiles {
  /**
   * @param {any} FS Emscripten's file system @param {string} root
   * @param {{report: (changes: FileChanges) => void, warn: (sentence: string) => void}} hooks
   */
  constructor(FS, root, hooks) {
    this.FS = FS;
    this.root = root;
    this.hooks = hooks;
    /** @type {Map<string, string>} path to the state that the page knows */
    this.known = new Map();
    /** @type {Set<string>} */
    this.warned = new Set();
    this.lastSync = 0;
    this.reading = false;
  }

  /** @param {ProjectFile[]} files */
  write(files) {
    for (const { path, bytes } of files) {
      const full = `${this.root}/${path}`;
      this.FS.mkdirTree(full.slice(0, full.lastIndexOf("/")));
      this.FS.writeFile(full, bytes);
      this.FS.utime(full, Date.now() - HEAD_START, Date.now() - HEAD_START);
      this.known.set(path, this.#state(full));
    }
    this.FS.chdir(this.root);
    this.lastSync = performance.now();
  }

  /** Report a file soon after the program closes it. */
  watchClosing() {
    const { FS } = this;
    const close = FS.close;
    FS.close = (/** @type {any} */ stream) => {
      const written = !this.reading && (stream.flags & 3) !== 0 && String(stream.path).startsWith(`${this.root}/`);
      close.call(FS, stream);
      if (written && performance.now() - this.lastSync > CLOSE_INTERVAL) this.sync();
    };
  }

  /** Look if it is time. */
  tick() {
    if (performance.now() - this.lastSync > INTERVAL) this.sync();
  }

  /** Report everything that changed since the last look. */
  sync() {
    this.reading = true;
    try {
      const found = this.#found();
      const deleted = [...this.known.keys()].filter((path) => !found.has(path));
      deleted.forEach((path) => this.known.delete(path));
      const changed = [...found].filter(([path, state]) => this.known.get(path) !== state).map(([path]) => path);
      this.#send(changed, deleted);
    } finally {
      this.reading = false;
      this.lastSync = performance.now();
    }
  }

  /** @param {string[]} changed @param {string[]} deleted */
  #send(changed, deleted) {
    let batch = /** @type {ProjectFile[]} */ ([]);
    let size = 0;
    for (const path of changed) {
      if (!this.#mayKeep(path)) continue;
      const full = `${this.root}/${path}`;
      const bytes = this.FS.readFile(full);
      this.known.set(path, this.#isFresh(full) ? "" : this.#state(full));
      batch.push({ path, bytes });
      size += bytes.length;
      if (size < BATCH_BYTES) continue;
      this.hooks.report({ changed: batch, deleted: [] });
      [batch, size] = [[], 0];
    }
    if (batch.length || deleted.length) this.hooks.report({ changed: batch, deleted });
  }

  /** @returns {Map<string, string>} path to state of every file in the project's folder */
  #found() {
    /** @type {Map<string, string>} */
    const found = new Map();
    const folders = [""];
    for (let prefix = folders.pop(); prefix !== undefined; prefix = folders.pop()) {
      for (const name of this.FS.readdir(`${this.root}/${prefix}`)) {
        if (name === "." || name === ".." || PASSED_OVER.has(name)) continue;
        const full = `${this.root}/${prefix}${name}`;
        const { mode } = this.FS.lstat(full);
        if (this.FS.isDir(mode)) folders.push(`${prefix}${name}/`);
        else if (this.FS.isFile(mode)) found.set(`${prefix}${name}`, this.#state(full));
      }
    }
    return found;
  }

  /** @param {string} full @returns {string} differs when the content does, unless the file is fresh */
  #state(full) {
    const { size, mtime } = this.FS.stat(full);
    return `${size} ${mtime.getTime()}`;
  }

  /** @param {string} full @returns {boolean} whether another write might leave the same state */
  #isFresh(full) {
    return Date.now() - this.FS.stat(full).mtime.getTime() < CLOCK_GRAIN;
  }

  /** @param {string} path @returns {boolean} whether it fits the limits; says so once if it does not */
  #mayKeep(path) {
    const { size } = this.FS.stat(`${this.root}/${path}`);
    const sentence = this.#objection(path, size);
    if (!sentence) return true;
    if (!this.warned.has(sentence)) this.hooks.warn(sentence);
    this.warned.add(sentence);
    return false;
  }

  /** @param {string} path @param {number} size @returns {string} */
  #objection(path, size) {
    if (!isProjectPath(path)) return "A file is not kept with the project because its name is too long or has characters that are not allowed.";
    if (size > LIMITS.keptFileBytes) {
      return `${path} is ${(size / 2 ** 20).toFixed(1)} MB. Files over 5 MB can be used while the program runs, but they are not kept.`;
    }
    if (!this.known.has(path) && this.known.size >= LIMITS.keptFiles) {
      return `A project keeps up to ${LIMITS.keptFiles} files. Further files can be used while the program runs, but they are not kept.`;
    }
    return "";
  }
}
