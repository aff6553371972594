// What stands in the console and is no output: our own sentences.

/** @param {string} text @param {string} tone @returns {HTMLElement} */
export function noteElement(text, tone) {
  const element = document.createElement("p");
  element.className = "console-note";
  element.dataset.tone = tone;
  element.textContent = text;
  return element;
}
