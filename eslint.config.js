import js from "@eslint/js";
import globals from "globals";

/** Style and mistakes in our own browser code. Types are checked by `tsc` through jsconfig.json. */
export default [
  { ignores: ["node_modules/", ".venv/", "var/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: "latest", sourceType: "module" },
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Use textContent or dom.js." },
        { property: "outerHTML", message: "Use textContent or dom.js." },
        { property: "insertAdjacentHTML", message: "Use textContent or dom.js." },
      ],
    },
  },
  { files: ["**/static/**/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["**/static/**/worker/**/*.js"], languageOptions: { globals: globals.worker } },
  { files: ["tests/**/*.js", "eslint.config.js"], languageOptions: { globals: globals.node } },
  // Drives a browser: some of its functions run in the page.
  { files: ["tests/browser/*.mjs"], languageOptions: { globals: { ...globals.node, document: "readonly" } } },
];
