// Short news with at most one thing to do about it.

const SECONDS = 8;

/** @param {HTMLElement} place a live region @param {string} text @param {{label: string, act: () => void}} [action] */
export function toast(place, text, action) {
  const element = document.createElement("div");
  element.className = "toast";
  const sentence = document.createElement("p");
  sentence.textContent = text;
  element.append(sentence);
  const close = () => element.remove();
  if (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small";
    button.textContent = action.label;
    button.addEventListener("click", () => {
      close();
      action.act();
    });
    element.append(button);
  }
  place.append(element);
  // Who needs longer puts the pointer or the keyboard on it.
  const timer = setInterval(() => {
    if (element.matches(":hover, :focus-within")) return;
    clearInterval(timer);
    close();
  }, SECONDS * 1000);
}
