// What is not on the server yet is on the device: writes the drafts of one tab in time, and finds what tabs that are gone have left.

import { openTabs } from "./tab-identity.js";

/** @import { Drafts } from "./drafts.js" */
/** @import { SyncQueue } from "./sync.js" */
/** @import { AnyDraft } from "./drafts.js" */

const DEVICE_MS = 150; // an edit is on the device this long after it was made, at most

export class UnsavedWork {
  /** @param {{queue: SyncQueue, drafts: Drafts | null}} parts `drafts` null: nothing is ever kept */
  constructor({ queue, drafts }) {
    this.queue = queue;
    this.drafts = drafts;
    /** @type {Set<string>} ids whose draft on the device is out of date */
    this.unwritten = new Set();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** Write it soon. @param {string} id of a file, or of the project */
  touch(id) {
    this.unwritten.add(id);
    this.timer ??= setTimeout(() => this.write(), DEVICE_MS);
  }

  /** Write all that is out of date. @param {string} [id] what is out of date too */
  write(id) {
    if (id) this.unwritten.add(id);
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const each of this.unwritten) this.#write(each);
    this.unwritten.clear();
  }

  /** The page is going away, and a request has just been sent: after a reload it is repeated with its key, and so answered as it was. */
  writeNow() {
    for (const entry of [...this.queue.files.values(), this.queue.project]) {
      if (entry.dirty) this.drafts?.putNow(entry.toDraft(), Date.now());
    }
  }

  /**
   * What this device holds of the project, from this tab before a reload or from tabs that are gone, newest first. A draft of
   * another tab is removed there once the next one is asked for.
   * @returns {AsyncGenerator<AnyDraft>}
   */
  async *left() {
    if (!this.drafts) return;
    const open = await openTabs();
    for (const { tab, draft } of await this.drafts.all()) {
      const isOurs = tab === this.drafts.tab;
      if (!isOurs && open.has(tab)) continue; // another tab is at work on it
      yield draft;
      if (!isOurs) await this.drafts.remove(draft.id, tab);
    }
  }

  /** @param {string} id */
  #write(id) {
    const entry = this.queue.entry(id);
    if (entry?.dirty) void this.drafts?.put(entry.toDraft(), Date.now());
    else void this.drafts?.remove(id);
  }
}
