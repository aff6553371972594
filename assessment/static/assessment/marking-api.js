// What the marking screen asks of the server. Every method rejects when the server cannot be asked.

/** @import { ProjectApi } from "../projects/api.js" */
/** @import { Answer } from "./marking-notes.js" */

export class MarkingApi {
  /** @param {ProjectApi} api @param {{marking: string, saved: string}} urls `marking` with 0 in place of a submission */
  constructor(api, urls) {
    this.api = api;
    this.urls = urls;
  }

  /** @param {number} submission @param {number} [handIn] the latest without one @returns {Promise<Answer>} */
  screen(submission, handIn) {
    return this.api.ask(`${this.#of(submission)}${handIn ? `?hand-in=${handIn}` : ""}`);
  }

  /** @param {number} submission @param {object} body @returns {Promise<Answer>} */
  save(submission, body) {
    return this.api.ask(this.#of(submission), body, "PUT");
  }

  /** @param {number} submission @param {"release" | "collect" | "excuse" | "comments"} what @param {object} body @returns {Promise<Answer>} */
  post(submission, what, body) {
    return this.api.ask(`${this.#of(submission)}${what}/`, body);
  }

  /** @param {number} submission @param {number} comment @param {object} body @param {"PATCH" | "DELETE"} method @returns {Promise<Answer>} */
  comment(submission, comment, body, method) {
    return this.api.ask(`${this.#of(submission)}comments/${comment}/`, body, method);
  }

  /** @param {string} text @returns {Promise<Answer>} */
  keep(text) {
    return this.api.ask(this.urls.saved, { text });
  }

  /** @param {number} id of a kept comment @param {"PATCH" | "DELETE"} method it was used; it is kept no longer @returns {Promise<Answer>} */
  kept(id, method) {
    return this.api.ask(`${this.urls.saved}${id}/`, {}, method);
  }

  /** @param {number} submission @returns {string} */
  #of(submission) {
    return this.urls.marking.replace("/0/", `/${submission}/`);
  }
}
