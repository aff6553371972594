// The part of the standard library that a start does not bring: fetched at the first import that asks for it. Python cannot
// wait for promises in the middle of an import, and a worker may stand still, so the request is a synchronous one.

/** Where Python finds it; the set-up wrote the same path into the compiled modules. */
export const LIBRARY_ARCHIVE = "/lib/python314-library.zip";

const { XMLHttpRequest: Request } = globalThis;

/** @param {string} address @returns {Uint8Array | null} null when it could not be fetched */
export function fetchNow(address) {
  const request = new Request();
  try {
    request.open("GET", address, false);
    request.responseType = "arraybuffer";
    request.send();
  } catch {
    return null;
  }
  return request.status === 200 ? new Uint8Array(request.response) : null;
}

/** @param {string} address @returns {Promise<Uint8Array | null>} null when it could not be fetched */
async function fetchSoon(address) {
  try {
    const response = await fetch(address);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

/** The archive of the standard library's rest. */
export class Library {
  /**
   * @param {any} FS Emscripten's file system @param {string} address
   * @param {{now?: typeof fetchNow, soon?: typeof fetchSoon}} [requests]
   */
  constructor(FS, address, { now = fetchNow, soon = fetchSoon } = {}) {
    this.FS = FS;
    this.address = address;
    this.requests = { now, soon };
    this.isThere = false;
  }

  /** Large packages import much of it, so it comes along with them. @returns {Promise<void>} when it is there or could not be had */
  async bring() {
    if (!this.isThere) this.#put(await this.requests.soon(this.address));
  }

  /** @returns {boolean} whether it is there; Python waits for it */
  install() {
    if (!this.isThere) this.#put(this.requests.now(this.address));
    return this.isThere;
  }

  /** @param {Uint8Array | null} bytes */
  #put(bytes) {
    if (!bytes || this.isThere) return;
    this.FS.writeFile(LIBRARY_ARCHIVE, bytes);
    this.isThere = true;
  }
}
