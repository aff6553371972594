// An in-memory model of the saving API (docs/architecture.md): revisions, replayed keys, names, versions.

/** @import { Answer } from "../../../projects/static/projects/sync.js" */
/** @import { Content, SaveRequest, ServerFile } from "../../../projects/static/projects/synced-file.js" */

/** @typedef {{revision: number, path: string, content: Content, deleted: boolean, by: string}} State */

export class ServerModel {
  constructor() {
    /** @type {Map<string, State[]>} every state that a file was in */
    this.states = new Map();
    /** @type {Map<string, Answer>} */
    this.answers = new Map();
    /** @type {{id: string, before: State, after: State}[]} */
    this.replacements = [];
  }

  /** @param {string} id @returns {State | undefined} */
  head(id) {
    return this.states.get(id)?.at(-1);
  }

  /** @param {string} id @returns {ServerFile} */
  file(id) {
    const head = /** @type {State} */ (this.head(id));
    const text = "text" in head.content ? head.content.text : null;
    return {
      id, path: head.path, revision: head.revision, size: 0, binary: text === null, text, url: "", deleted: head.deleted,
      savedAt: "",
    };
  }

  /** @returns {ServerFile[]} */
  list() {
    return [...this.states.keys()].map((id) => this.file(id));
  }

  /** @param {string} id @param {SaveRequest} request @param {string} by @returns {Answer} */
  handle(id, request, by) {
    const replayed = this.answers.get(`${id} ${request.key}`);
    if (replayed) return replayed;
    const answer = this.#change(id, request, by);
    if (answer.kind === "ok") this.answers.set(`${id} ${request.key}`, answer);
    return answer;
  }

  /** @param {string} id @param {SaveRequest} request @param {string} by @returns {Answer} */
  #change(id, request, by) {
    const head = this.head(id);
    if (!head && request.baseRevision > 0) return { kind: "gone" };
    if (head && head.revision !== request.baseRevision) return { kind: "stale", file: this.file(id) };
    const deleted = request.kind === "delete";
    const path = deleted && head ? head.path : request.path;
    if (!deleted && this.#taken(id, path)) return { kind: "name-taken", message: "There is already a file of this name." };
    const content = request.kind === "save" ? request.content : head?.content;
    if (!content) throw new Error("nothing to save");
    const after = { revision: (head?.revision ?? 0) + 1, path, content, deleted, by };
    this.states.set(id, [...(this.states.get(id) ?? []), after]);
    if (head) this.replacements.push({ id, before: head, after });
    return { kind: "ok", file: this.file(id) };
  }

  /** @param {string} id @param {string} path */
  #taken(id, path) {
    return [...this.states.keys()].some((other) => {
      const head = this.head(other);
      return other !== id && head && !head.deleted && head.path === path;
    });
  }
}
