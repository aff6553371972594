// What the Progress page asks of the server (docs/checks.md, section "Verifying").

/** @import { DocumentFile } from "../checks/files.js" */
/** @import { ExerciseDocument } from "../checks/checker.js" */

const PATIENCE = 30_000; // milliseconds for an answer

/**
 * @typedef {{id: number, kind: "verify" | "regrade", open: boolean, total: number, made: number,
 *   urls: {tasks: string, verdicts: string, finish: string, cancel: string, page: string}}} Batch
 * @typedef {{id: number, attempts: number, who: string[], version: number, person: string, files: DocumentFile[]}} Task
 * @typedef {{id: number, title: string, document: ExerciseDocument, recorded: Record<string, unknown>}} Version
 * @typedef {{tasks: Task[], versions: Version[], next: number | null}} Portion
 * @typedef {{check: string, state: "passed" | "failed" | "error", trust: "outside" | "beside", summary: string, given: string,
 *   expected: string, got: string}} Result
 * @typedef {{attempt: number, runtime: string, results: Result[]}} Found
 */

/** The server cannot be asked at the moment; later it can. */
export class AwayError extends Error {}

/** The server says no; the message is one sentence. */
export class RefusedError extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** Calls for one person. Every method throws AwayError or RefusedError. */
export class VerifyApi {
  /** @param {{person: number, csrfCookie: string, batchesUrl: string}} options */
  constructor({ person, csrfCookie, batchesUrl }) {
    this.person = person;
    this.csrfCookie = csrfCookie;
    this.batchesUrl = batchesUrl;
  }

  /** @param {"verify" | "regrade"} kind @param {number | null} classroom @returns {Promise<Batch>} a new batch, or the one that was left open */
  async start(kind, classroom) {
    return (await this.#ask("POST", this.batchesUrl, { kind, classroom })).batch;
  }

  /** @param {Batch} batch @param {number} after @param {number[]} known versions @returns {Promise<Portion>} */
  tasks({ urls }, after, known) {
    return this.#ask("GET", `${urls.tasks}?after=${after}&known=${known.join(",")}`);
  }

  /** @param {Batch} batch @param {Found[]} verdicts @returns {Promise<Batch>} */
  async store({ urls }, verdicts) {
    return (await this.#ask("POST", urls.verdicts, { verdicts })).batch;
  }

  /** @param {Batch} batch @returns {Promise<Batch>} */
  async finish({ urls }) {
    return (await this.#ask("POST", urls.finish, {})).batch;
  }

  /** @param {Batch} batch @returns {Promise<Batch>} */
  async cancel({ urls }) {
    return (await this.#ask("POST", urls.cancel, {})).batch;
  }

  /** @param {"GET" | "POST"} method @param {string} url @param {object} [body] @returns {Promise<any>} */
  async #ask(method, url, body) {
    const { status, data } = await this.#call(method, url, body);
    if (status === 200) return data;
    if (status >= 500 || status === 429) throw new AwayError();
    throw new RefusedError(String(data.code), String(data.message ?? "The server cannot do this."));
  }

  /** @param {string} method @param {string} url @param {object} [body] @returns {Promise<{status: number, data: Record<string, any>}>} */
  async #call(method, url, body) {
    /** @type {Record<string, string>} */
    const headers = { Accept: "application/json", "X-Codeyard-Person": String(this.person) };
    if (body) headers["Content-Type"] = "application/json";
    if (body) headers["X-CSRFToken"] = cookie(this.csrfCookie);
    try {
      const response = await fetch(url, {
        method, headers, body: body && JSON.stringify(body), credentials: "same-origin", redirect: "error", cache: "no-store",
        signal: AbortSignal.timeout(PATIENCE),
      });
      const data = await response.json(); // a portal's page is no JSON
      return { status: response.status, data };
    } catch {
      throw new AwayError();
    }
  }
}

/** @param {string} name @returns {string} */
function cookie(name) {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}
