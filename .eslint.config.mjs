import js from "@eslint/js";
import ts from "typescript-eslint";

/** The checker takes a spread for a value of its own and lets names pass that nobody asked for. */
const noLiteralSpread = {
  selector: "ObjectExpression > SpreadElement > ObjectExpression",
  message: "Write the properties themselves: a spread of a literal hides misspelt names.",
};

export default ts.config(
  { ignores: ["build/", "dist/", "node_modules/", "models/", "examples/*/extension/xlmr-ner/"] },
  js.configs.recommended,
  { rules: { "no-restricted-syntax": ["error", noLiteralSpread] } },
  {
    files: ["wasm/js/**/*.ts", "node/**/*.ts", "web/**/*.ts"],
    extends: [...ts.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
      "no-restricted-syntax": [
        "error",
        noLiteralSpread,
        { selector: "TSEnumDeclaration", message: "Use a union of strings." },
        { selector: "TSModuleDeclaration", message: "Use a module." },
        { selector: "TSParameterProperty", message: "Declare a #private field." },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    files: ["wasm/js/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", "window", "document", "process", "Buffer", "global"],
    },
  },
  {
    files: [
      "{wasm/setup,web/demo}/**/*.mjs",
      "tests/{bench,e2e,golden,hub,parity,types}/**/*.mjs",
      "tests/faults/**/*.{js,mjs}",
      "tests/{js,e2e}/**/*.js",
    ],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...[
            "AbortController",
            "AbortSignal",
            "Blob",
            "Buffer",
            "DOMException",
            "File",
            "Response",
            "TextDecoder",
            "TextEncoder",
          ],
          ...[
            "URL",
            "WebAssembly",
            "Worker",
            "clearTimeout",
            "console",
            "document",
            "fetch",
            "performance",
          ],
          ...["process", "queueMicrotask", "setImmediate", "setTimeout", "structuredClone"],
          ...["MessageChannel", "Event", "EventTarget", "MessageEvent"],
          ...[
            "afterAll",
            "afterEach",
            "beforeAll",
            "beforeEach",
            "describe",
            "expect",
            "it",
            "test",
          ],
        ].map((name) => [name, "readonly"]),
      ),
    },
  },
  {
    files: ["examples/**/*.{js,mjs}"],
    languageOptions: {
      globals: Object.fromEntries(
        [
          "AbortController",
          "Buffer",
          "TextDecoder",
          "TextDecoderStream",
          "TextEncoderStream",
          "TransformStream",
          "URL",
          "WritableStream",
          "chrome",
          "console",
          "customElements",
          "document",
          "fetch",
          "navigator",
          "process",
        ].map((name) => [name, "readonly"]),
      ),
    },
  },
  {
    // Parts of these run in a page.
    files: ["tests/e2e/**/*.js"],
    languageOptions: {
      globals: Object.fromEntries(
        [
          "ClipboardItem",
          "Blob",
          "DataTransfer",
          "DragEvent",
          "File",
          "MutationObserver",
          "PerformanceObserver",
          "atob",
          "document",
          "getComputedStyle",
          "location",
          "navigator",
        ].map((name) => [name, "readonly"]),
      ),
    },
  },
);
