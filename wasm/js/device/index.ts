// SPDX-License-Identifier: Apache-2.0

// What a worker imports where ONNX Runtime may run a model, on a GPU or from an ONNX file, and not
// before: dist/web/webgpu.js in browsers.
// That bundle has copies of its own of the modules that it shares with the worker's, so errors that
// come from here are told by their code (hasCode), not by their class.
export { loadOnGpu } from "./load_on_gpu.js";
export { loadOnnx } from "./load_onnx.js";
