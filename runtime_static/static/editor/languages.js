// Which language a file is in, by its name. Python is always there; others are loaded when such a file is opened.

import { pythonLanguage } from "@codemirror/lang-python";
import { LanguageSupport } from "@codemirror/language";

/** @type {Readonly<Record<string, () => Promise<LanguageSupport>>>} */
const LANGUAGES = Object.freeze({
  py: async () => new LanguageSupport(pythonLanguage), // what is offered while typing: completion.js
  json: async () => (await import("@codemirror/lang-json")).json(),
  md: async () => (await import("@codemirror/lang-markdown")).markdown(),
});

/** @param {string} path @returns {Promise<LanguageSupport | []>} nothing for plain text */
export async function languageFor(path) {
  const ending = path.split("/").at(-1)?.split(".").at(-1)?.toLowerCase() ?? "";
  try {
    return Object.hasOwn(LANGUAGES, ending) ? await LANGUAGES[ending]() : [];
  } catch {
    return []; // without a network the file still opens, only without colours
  }
}
