// What is noted of one hand-in, between the form and the server: saved a moment after the last key, one request at a time, and kept here when
// somebody else has saved meanwhile. Knows of no page.

const PAUSE = 700; // milliseconds after the last change
const AGAIN = 4000; // milliseconds until a network that was away is tried again

/**
 * @typedef {{feedback: string, override: string, outcome: string, redoDueAt: string, points: Record<string, string>}} Notes
 * @typedef {Notes & {revision: number, by: string, at: string}} Marking
 * @typedef {{points: string, of: string, overridden: boolean, sentence: string}} Sum
 * @typedef {{marking: Marking, sum: Sum, isReleased: boolean}} Noted
 * @typedef {"Saved" | "Saving" | "Not saved" | "Conflict"} Status
 * @typedef {{status: number, data: Record<string, any>}} Answer
 */

/** Events (CustomEvent): `status` {status, message}; `noted` {sum, isReleased, marking}, when the server has taken something. */
export class MarkingNotes extends EventTarget {
  /** @param {{send: (body: object) => Promise<Answer>, pause?: number}} options `send` rejects when the server cannot be asked */
  constructor({ send, pause = PAUSE }) {
    super();
    this.send = send;
    this.pause = pause;
    /** @type {Notes | null} null where nothing was handed in */
    this.notes = null;
    this.revision = 0;
    this.handIn = 0;
    this.wholeGroup = true;
    /** @type {Marking | null} what somebody else has saved */
    this.theirs = null;
    this.changed = false;
    this.message = "";
    /** @type {Promise<void> | null} */
    this.sending = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** @returns {boolean} whether the server holds all of it */
  get isSaved() {
    return !this.changed && !this.sending;
  }

  /** @returns {Status} */
  get status() {
    if (this.theirs) return "Conflict";
    if (this.message) return "Not saved";
    return this.isSaved ? "Saved" : "Saving";
  }

  /** Begin with another hand-in. What was noted of the last one must be saved. @param {{handIn: number, marking: Marking | null, wholeGroup: boolean}} about */
  load({ handIn, marking, wholeGroup }) {
    clearTimeout(this.timer);
    this.handIn = handIn;
    this.wholeGroup = wholeGroup;
    this.notes = marking && notesOf(marking);
    this.revision = marking?.revision ?? 0;
    this.theirs = null;
    this.changed = false;
    this.message = "";
    this.#tell();
  }

  /** @param {Partial<Notes>} changes */
  change(changes) {
    if (!this.notes) return;
    this.notes = { ...this.notes, ...changes };
    this.touch();
  }

  /** @param {string} criterion @param {string} points empty for none */
  give(criterion, points) {
    if (!this.notes) return;
    const { [criterion]: _, ...others } = this.notes.points;
    this.change({ points: points.trim() ? { ...others, [criterion]: points } : others });
  }

  /** Something is to be saved. */
  touch() {
    this.changed = true;
    this.message = "";
    this.#schedule(this.pause);
    this.#tell();
  }

  /** Save now. @returns {Promise<boolean>} whether the server holds everything */
  async flush() {
    clearTimeout(this.timer);
    await this.sending;
    if (this.changed && !this.theirs) this.#save();
    await this.sending;
    return this.isSaved;
  }

  /** Mine shall count, whatever somebody else has saved. @returns {Promise<boolean>} */
  keepMine() {
    this.revision = this.theirs?.revision ?? this.revision;
    this.theirs = null;
    this.changed = true;
    return this.flush();
  }

  /** Theirs shall count. */
  takeTheirs() {
    const { theirs } = this;
    if (theirs) this.load({ handIn: this.handIn, marking: theirs, wholeGroup: this.wholeGroup });
  }

  #save() {
    this.sending = this.#ask().finally(() => {
      this.sending = null;
      if (this.changed && !this.theirs && !this.message) this.#schedule(this.pause);
      this.#tell();
    });
    this.#tell();
  }

  async #ask() {
    this.changed = false;
    this.message = "";
    const { revision, handIn, wholeGroup, notes } = this;
    try {
      this.#take(await this.send({ ...notes, revision, handIn, wholeGroup }));
    } catch {
      this.#fail("The network is away. What you noted is kept on this page and saved when it is back.");
      this.#schedule(AGAIN);
    }
  }

  /** @param {Answer} answer */
  #take({ status, data }) {
    if (status === 200) {
      this.revision = data.marking.revision;
      this.dispatchEvent(new CustomEvent("noted", { detail: data }));
    } else if (status === 409 && data.code === "changed") {
      this.changed = true;
      this.theirs = data.marking;
    } else this.#fail(String(data.message ?? "This could not be saved."));
  }

  /** @param {string} message */
  #fail(message) {
    this.changed = true;
    this.message = message;
  }

  /** @param {number} milliseconds */
  #schedule(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  #tell() {
    this.dispatchEvent(new CustomEvent("status", { detail: { status: this.status, message: this.message } }));
  }
}

/** @param {Marking} marking @returns {Notes} */
function notesOf({ feedback, override, outcome, redoDueAt, points }) {
  return { feedback, override, outcome, redoDueAt, points };
}
