// On a narrow screen the contents would push the text away: there they are folded.

const contents = document.querySelector(".contents details");
const narrow = matchMedia("(max-width: 63.99rem)");

const fold = () => contents?.toggleAttribute("open", !narrow.matches);
narrow.addEventListener("change", fold);
fold();
