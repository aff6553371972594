// Comments that a teacher keeps to use again: which fit what she types, the most used first. Knows of no page.

const OFFERED = 6;

/** @typedef {{id: number, text: string, uses: number}} Kept */

/** @param {readonly Kept[]} kept @param {string} typed @returns {Kept[]} those that hold all words of what is typed */
export function fitting(kept, typed) {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = kept.filter(({ text }) => {
    const lower = text.toLocaleLowerCase();
    return text !== typed && words.every((word) => lower.includes(word));
  });
  return found.sort((a, b) => b.uses - a.uses || a.text.localeCompare(b.text)).slice(0, OFFERED);
}
