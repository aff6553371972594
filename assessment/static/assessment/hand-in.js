// Handing in, step by step: save, ask what would be taken, check what was not checked, ask the person, take. Pure; the page supplies the steps.

/**
 * @typedef {{id: number, title: string, state: string, begun: boolean, checked: boolean, by: string}} Item
 * @typedef {{refusal: string, late: string, missing: string, group: string, again: string, items: Item[]}} Preview texts are sentences, or empty
 * @typedef {{receipt: string, sentence: string, url: string}} Receipt
 * @typedef {{status: number, data: Record<string, any>}} Answer
 * @typedef {{url: string, ask: (url: string, body?: object | null) => Promise<Answer>, isOnline?: () => boolean, save?: () => Promise<string>,
 *   item?: number, check?: () => Promise<boolean>}} Steps `save` answers why not, or nothing; `check` runs the checks of `item` and reports them
 */

export const OFFLINE = "Handing in needs the network. Your work is kept on this device: hand in when you are online again.";
const SILENT = "The server did not answer. Try again: nothing is handed in twice.";

/** Something that keeps a person from handing in. Its message is a sentence for her. */
export class NotHandedIn extends Error {}

/**
 * @param {Preview} preview
 * @returns {boolean} whether a person is asked first: something is missing, it costs something, or it counts for others too. Anything else can be
 *   handed in again until it is marked.
 */
export function asksFirst({ missing, late, group }) {
  return Boolean(missing || late || group);
}

export class HandIn {
  /** @param {Steps} steps */
  constructor(steps) {
    this.steps = steps;
  }

  /** @returns {Promise<Preview>} what would be taken now, all saved and checked @throws {NotHandedIn} */
  async prepare() {
    const { isOnline, save, check, item } = this.steps;
    if (isOnline && !isOnline()) throw new NotHandedIn(OFFLINE);
    const trouble = await save?.();
    if (trouble) throw new NotHandedIn(trouble);
    const preview = await this.#preview();
    const unchecked = check && preview.items.some(({ id, begun, checked }) => id === item && begun && !checked);
    return unchecked && (await check()) ? this.#preview() : preview;
  }

  /** @returns {Promise<Receipt>} @throws {NotHandedIn} */
  async take() {
    return /** @type {Receipt} */ (await this.#ask({}, SILENT));
  }

  /** @returns {Promise<Preview>} */
  async #preview() {
    const preview = /** @type {Preview} */ (await this.#ask(null, OFFLINE));
    if (preview.refusal) throw new NotHandedIn(preview.refusal);
    return preview;
  }

  /** @param {object | null} body @param {string} silent @returns {Promise<Record<string, any>>} */
  async #ask(body, silent) {
    const answer = await this.steps.ask(this.steps.url, body).catch(() => null);
    if (!answer) throw new NotHandedIn(silent);
    if (answer.status !== 200) throw new NotHandedIn(String(answer.data.message ?? silent));
    return answer.data;
  }
}
