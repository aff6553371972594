// "Open in my projects" takes along what was changed on the page of an example, which is kept nowhere else.

/** @import { Saver } from "./saver.js" */

/** @param {Element | null} form posts the field `files` @param {Saver} saver knows the texts */
export function takeChangesAlong(form, saver) {
  const field = form?.querySelector("input[name=files]");
  if (!(form instanceof HTMLFormElement) || !(field instanceof HTMLInputElement)) return;
  form.addEventListener("submit", () => {
    const texts = saver.present.flatMap(({ path, content }) => (content && "text" in content ? [[path, content.text]] : []));
    field.value = JSON.stringify(Object.fromEntries(texts));
  });
}
