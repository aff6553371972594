// The saving API of one project (docs/architecture.md). Every answer becomes one of the kinds that `sync.js` knows: whatever is
// not the API's own JSON (a captive portal's page, a proxy's error) counts as "offline".

/** @import { FileAnswer, SaveRequest, ServerFile } from "./synced-file.js" */
/** @import { Answer, Trouble } from "./sync.js" */

const PATIENCE = 8_000; // milliseconds for a save …
const SLOWEST = 25; // … and for each so many bytes of it one more: a slow school's 0.2 Mbit/s
const READING = 60_000; // milliseconds for a file to come
const LOOKING_UP = 120_000; // milliseconds for packages to be looked up and fetched by the server
const LARGEST_KEEPALIVE = 60_000; // bytes; browsers refuse to send more after a page has gone
/** @type {Readonly<Record<string, "PUT" | "PATCH" | "DELETE">>} */
const METHODS = Object.freeze({ save: "PUT", rename: "PATCH", delete: "DELETE" });

/**
 * @typedef {{person: number, csrfCookie: string, filesUrl: string, projectUrl: string}} Addresses
 * @typedef {{id: number, revision: number, savedAt: string, author: string, size: number, binary: boolean}} VersionLine
 * @typedef {{id: number, revision: number, savedAt: string, path: string, text?: string, base64?: string}} Version
 */

/** An answer that is not what was asked for; `trouble` says which kind. */
export class ApiError extends Error {
  /** @param {Trouble | "refused"} trouble @param {string} message one plain sentence */
  constructor(trouble, message) {
    super(message);
    this.trouble = trouble;
  }
}

/** Calls of one project's API for one person. */
export class ProjectApi {
  /** @param {Addresses} addresses */
  constructor(addresses) {
    this.addresses = addresses;
  }

  /**
   * @param {string} id of the file @param {SaveRequest} request @param {{leaving?: boolean}} [options] the page is going away
   * @returns {Promise<Answer>}
   */
  async send(id, request, { leaving = false } = {}) {
    const { kind, path, baseRevision, key, content, pin } = request;
    const change = { save: { path, baseRevision, key, ...content, pin }, rename: { path, baseRevision, key }, delete: { baseRevision, key } };
    const body = JSON.stringify(change[kind]);
    const keepalive = leaving && body.length < LARGEST_KEEPALIVE;
    try {
      const { status, data } = await this.#call(`${this.addresses.filesUrl}${id}/`, METHODS[kind], body, keepalive);
      return answerOf(status, data, id);
    } catch (error) {
      return awayFor(error);
    }
  }

  /** @returns {Promise<{files: ServerFile[], deleted: ServerFile[]}>} @throws {ApiError} */
  async list() {
    const data = await this.#get(this.addresses.filesUrl);
    if (!Array.isArray(data.files) || !Array.isArray(data.deleted)) throw notOurs();
    return /** @type {any} */ (data);
  }

  /** @param {string} id @returns {Promise<VersionLine[]>} newest first @throws {ApiError} */
  async versions(id) {
    const data = await this.#get(`${this.addresses.filesUrl}${id}/versions/`);
    if (!Array.isArray(data.versions)) throw notOurs();
    return data.versions;
  }

  /** @param {string} id @param {number} version @returns {Promise<Version>} @throws {ApiError} */
  async version(id, version) {
    return /** @type {any} */ (await this.#get(`${this.addresses.filesUrl}${id}/versions/${version}/`));
  }

  /** @param {string} id @returns {Promise<Uint8Array>} what the file holds @throws {ApiError} */
  async bytes(id) {
    const response = await this.#fetch(`${this.addresses.filesUrl}${id}/content/`, { headers: this.#headers() });
    // Only the view that gives contents says so: a portal's page does not pass for a picture.
    if (!response.ok || !response.headers.get("Content-Disposition")) throw notOurs();
    return new Uint8Array(await response.arrayBuffer());
  }

  /** @param {string} mainPath of the file that is to run first @param {{leaving?: boolean}} [options] @returns {Promise<Answer>} */
  async chooseMain(mainPath, { leaving = false } = {}) {
    try {
      const { status, data } = await this.#call(this.addresses.projectUrl, "PATCH", JSON.stringify({ mainPath }), leaving);
      return status === 200 && data.project ? { kind: "chosen" } : answerOf(status, data, "");
    } catch (error) {
      return awayFor(error);
    }
  }

  /**
   * Ask the server for the lock of these requirements.
   * @param {{requirements: string, lock: string}} texts @param {AbortSignal} signal
   * @returns {Promise<{kind: "ok", lock: string} | {kind: "busy" | "away" | "refused", message: string}>} "busy": ask again in a moment
   */
  async lookUpPackages(texts, signal) {
    try {
      const { status, data } = await this.#call(`${this.addresses.projectUrl}packages/`, "POST", JSON.stringify(texts), false, signal);
      if (status === 200 && typeof data.lock === "string") return { kind: "ok", lock: data.lock };
      const message = String(data.message ?? "The server cannot look up packages at the moment.");
      return { kind: data.code === "busy" ? "busy" : status >= 500 ? "away" : "refused", message };
    } catch (error) {
      return { kind: "away", message: error instanceof ApiError ? error.message : "The network is away." };
    }
  }

  /**
   * Let the server fetch what the saved lock names and it has lost.
   * @returns {Promise<string>} why that can never work, empty when all is well @throws {Error} when the server could not do it now
   */
  async refreshPackages() {
    const { status, data } = await this.#call(`${this.addresses.projectUrl}packages/`, "GET", null, false);
    if (status !== 200 && data.code !== "requirements") throw notOurs();
    return status === 200 ? "" : String(data.message);
  }

  /**
   * Ask another address for the same person. @param {string} url @param {object | null} [body] posted, where there is one @param {string} [method]
   * @returns {Promise<{status: number, data: Record<string, any>}>} @throws {Error} when the server could not be asked
   */
  ask(url, body = null, method = body ? "POST" : "GET") {
    return this.#call(url, method, body && JSON.stringify(body), false);
  }

  /** @param {string} url @returns {Promise<Record<string, any>>} */
  async #get(url) {
    const { status, data } = await this.#call(url, "GET", null, false);
    if (status === 200) return data;
    const trouble = status === 401 && data.code === "other-person" ? "other-person" : status === 401 ? "signed-out" : "refused";
    throw new ApiError(trouble, String(data.message ?? "This could not be loaded."));
  }

  /**
   * @param {string} url @param {string} method @param {string | null} body @param {boolean} keepalive
   * @param {AbortSignal} [signal] given where a person may stop what takes long
   * @returns {Promise<{status: number, data: Record<string, any>}>}
   */
  async #call(url, method, body, keepalive, signal) {
    const ask = async () => {
      const response = await this.#fetch(url, { method, body, keepalive, signal, headers: this.#headers() });
      return { status: response.status, data: await readJson(response) };
    };
    const answer = await ask();
    // The token changes when somebody signs in again, perhaps in another tab; the cookie then holds the new one.
    return answer.status === 403 && answer.data.code === "csrf" ? ask() : answer;
  }

  /** @param {string} url @param {RequestInit} options @returns {Promise<Response>} */
  #fetch(url, options) {
    const saving = typeof options.body === "string" ? PATIENCE + Math.ceil(options.body.length / SLOWEST) : READING;
    const patience = AbortSignal.timeout(options.signal ? LOOKING_UP : saving);
    const signal = options.signal ? AbortSignal.any([options.signal, patience]) : patience;
    return fetch(url, { ...options, credentials: "same-origin", redirect: "error", cache: "no-store", signal });
  }

  /** @returns {Record<string, string>} */
  #headers() {
    return {
      Accept: "application/json",
      "Content-Type": "application/json",
      "X-CSRFToken": cookie(this.addresses.csrfCookie),
      "X-Codeyard-Person": String(this.addresses.person),
    };
  }
}

/** @param {Response} response @returns {Promise<Record<string, any>>} @throws {ApiError} when it is not our JSON */
async function readJson(response) {
  if (!response.headers.get("Content-Type")?.startsWith("application/json")) throw notOurs();
  const data = await response.json();
  if (typeof data !== "object" || data === null) throw notOurs();
  return data;
}

/** @param {unknown} error of a call @returns {Answer} */
function awayFor(error) {
  return { kind: "offline", message: error instanceof ApiError ? error.message : "The network is away." };
}

/** @returns {ApiError} */
function notOurs() {
  return new ApiError("offline", "The network answers, but not with Codeyard. Perhaps it wants you to sign in to it.");
}

/**
 * @param {number} status @param {Record<string, any>} data @param {string} id
 * @returns {Answer}
 */
function answerOf(status, data, id) {
  const message = typeof data.message === "string" ? data.message : "This could not be saved.";
  const isFile = data.file?.id === id && Number.isSafeInteger(data.file.revision);
  if (status === 200 && isFile) return { kind: "ok", file: data.file };
  if (status === 409 && data.code === "stale" && isFile) return { kind: "stale", file: data.file };
  if (status === 409 && data.code === "name-taken") return { kind: "name-taken", message };
  if (status === 401) return { kind: data.code === "other-person" ? "other-person" : "signed-out", message };
  if (status === 403) return { kind: "forbidden", message };
  if (status === 404 && data.code === "not-found") return { kind: "gone" };
  if (status === 429) return { kind: "slow-down", message };
  if (status === 400 || status === 413) return { kind: "refused", message };
  return { kind: "offline", message: "The server cannot save at the moment." };
}

/** @param {string} name @returns {string} */
function cookie(name) {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}
