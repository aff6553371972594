// Finding an exercise by a few letters of its title or of its collection.

/**
 * @param {string} text
 * @param {string} query words with spaces between them, in any order
 * @returns {boolean} whether every word of the query stands in the text; capital letters and accents count for nothing
 */
export function matches(text, query) {
  const plain = plainText(text);
  return plainText(query)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

/**
 * @param {number} count
 * @returns {string} what is said of so many exercises
 */
export function foundText(count) {
  if (count === 0) return "No exercise is called that.";
  return count === 1 ? "1 exercise" : `${count} exercises`;
}

/** @param {string} text */
function plainText(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
