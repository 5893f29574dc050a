// SPDX-License-Identifier: Apache-2.0

/** What Emscripten's glue is started with: silent, and with a module that is compiled already. */
export interface GlueOptions {
  print: () => void;
  printErr: () => void;
  instantiateWasm: (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => object;
}
