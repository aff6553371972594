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

/**
 * @param {any} FS Emscripten's file system @param {string} address
 * @param {(address: string) => Uint8Array | null} [fetchBytes]
 * @returns {() => boolean} puts the archive into place; gives whether it is there
 */
export function libraryInstaller(FS, address, fetchBytes = fetchNow) {
  return () => {
    const bytes = fetchBytes(address);
    if (bytes) FS.writeFile(LIBRARY_ARCHIVE, bytes);
    return bytes !== null;
  };
}
