// The smallest single change that turns one text into another: cursors and undo survive it. Pure.

/**
 * @param {string} before @param {string} after
 * @returns {{from: number, to: number, insert: string} | null} null when nothing differs
 */
export function changeBetween(before, after) {
  if (before === after) return null;
  let from = 0;
  const shorter = Math.min(before.length, after.length);
  while (from < shorter && before[from] === after[from]) from += 1;
  let end = 0;
  while (end < shorter - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
