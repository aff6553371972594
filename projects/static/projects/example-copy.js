// "Open in my projects" takes along what was changed on the page of an example, which is kept nowhere else.

/** @import { ProjectFiles } from "./project-files.js" */

/** @param {Element | null} form posts the field `files` @param {ProjectFiles} files */
export function takeChangesAlong(form, files) {
  const field = form?.querySelector("input[name=files]");
  if (!(form instanceof HTMLFormElement) || !(field instanceof HTMLInputElement)) return;
  form.addEventListener("submit", () => {
    const texts = files.present.flatMap(({ path, content }) => (content && "text" in content ? [[path, content.text]] : []));
    field.value = JSON.stringify(Object.fromEntries(texts));
  });
}
