// The submissions of the list that a teacher came from, in its order, and where among them she is. It stays as it was when the page was opened:
// one that is released meanwhile keeps its place. Knows of no page.

export class MarkingQueue {
  /** @param {number[]} ids @param {number} current one of them */
  constructor(ids, current) {
    this.ids = ids.includes(current) ? [...ids] : [current, ...ids];
    this.current = current;
  }

  /** @returns {number} from 1 */
  get place() {
    return this.ids.indexOf(this.current) + 1;
  }

  /** @returns {string} such as "5 of 28" */
  get position() {
    return `${this.place} of ${this.ids.length}`;
  }

  /** @returns {number | null} the one before, null at the beginning */
  get previous() {
    return this.ids[this.place - 2] ?? null;
  }

  /** @returns {number | null} the one after, null at the end */
  get next() {
    return this.ids[this.place] ?? null;
  }

  /** @param {number} id one of them */
  go(id) {
    if (this.ids.includes(id)) this.current = id;
  }
}
