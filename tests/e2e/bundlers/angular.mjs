// SPDX-License-Identifier: Apache-2.0
// Angular: the widget and pipeline() in a component that is rendered when it is built. Its builder copies no
// file that a module names, so the package's are listed as assets and named.

import { findStatement, right, sentence } from "./sarah.mjs";

const copied = ["dist/wasm", "dist/web", "models/default"].map((folder) => ({
  glob: "**/*",
  input: `node_modules/xlmr-ner/${folder}`,
  output: `ner/${folder.split("/")[1]}`,
}));

const options = {
  builder: "@angular/build:application",
  options: {
    browser: "src/main.ts",
    server: "src/main.server.ts",
    outputMode: "static",
    index: "src/index.html",
    tsConfig: "tsconfig.json",
    outputPath: "out",
    assets: copied,
  },
};

const files = {
  "angular.json": JSON.stringify({
    version: 1,
    cli: { analytics: false },
    projects: { app: { projectType: "application", root: "", architect: { build: options } } },
  }),
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      strict: true,
      target: "ES2022",
      module: "preserve",
      allowJs: true,
      types: [],
    },
    files: ["src/main.ts", "src/main.server.ts"],
  }),
  "src/index.html": `<!doctype html><html lang="en"><head><base href="/"><link rel="icon" href="data:,">
</head><body><app-root></app-root></body></html>`,
  "src/find.js": `export async function find(pipeline, own) {
${findStatement.replace('pipeline("ner")', 'pipeline("ner", undefined, own)')}
  return found;
}`,
  "src/app.ts": `import { CUSTOM_ELEMENTS_SCHEMA, Component, afterNextRender, signal } from "@angular/core";
import { RouterOutlet, provideRouter } from "@angular/router";
import { pipeline } from "xlmr-ner";
import "xlmr-ner/element";
import { find } from "./find.js";

const options = {
  wasm_url: "/ner/wasm/",
  worker_url: "/ner/web/worker.js",
  model_url: "/ner/default/",
};

@Component({
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`<ner-widget text="${sentence}" [hiddenLabels]="['ORG']" [pipelineOptions]="options">
</ner-widget>\`,
})
export class Widget {
  readonly options = options;
}

@Component({ template: "<p>{{ shown() }}</p>" })
export class Client {
  readonly shown = signal("");
  constructor() {
    afterNextRender(async () => this.shown.set(await find(pipeline, options)));
  }
}

@Component({ selector: "app-root", imports: [RouterOutlet], template: "<router-outlet />" })
export class App {}

export const routes = provideRouter([
  { path: "", component: Widget },
  { path: "client", component: Client },
]);`,
  "src/main.ts": `import { bootstrapApplication } from "@angular/platform-browser";
import { provideClientHydration } from "@angular/platform-browser";
import { App, routes } from "./app";
bootstrapApplication(App, { providers: [routes, provideClientHydration()] });`,
  "src/main.server.ts": `import { bootstrapApplication } from "@angular/platform-browser";
import type { BootstrapContext } from "@angular/platform-browser";
import { RenderMode, provideServerRendering, withRoutes } from "@angular/ssr";
import { App, routes } from "./app";
const all = withRoutes([{ path: "**", renderMode: RenderMode.Prerender }]);
export default (context: BootstrapContext) =>
  bootstrapApplication(App, { providers: [routes, provideServerRendering(all)] }, context);`,
};

const own = ["build", "cli", "common", "compiler", "compiler-cli", "core", "platform-browser"];

export const projects = {
  angular: {
    node: 24,
    // Not all of its packages are released for each number, and they insist on the same one.
    install: [
      "--legacy-peer-deps",
      ...own.map((name) => `@angular/${name}@22.2.6`),
      ...["router@22.2.6", "platform-server@22.2.0", "ssr@22.2.0"].map(
        (name) => `@angular/${name}`,
      ),
      ...["rxjs@7", "tslib@2", "typescript@6.0"],
    ],
    files,
    build: ["ng", "build"],
    serve: "out/browser",
    looks: [
      {
        path: "/index.html",
        serves: /<ner-widget[^>]* text="My name is Sarah/,
        marks: ["Sarah", "London"],
        properties: { hiddenLabels: ["ORG"] },
      },
      { path: "/client/index.html", says: right },
    ],
  },
};
