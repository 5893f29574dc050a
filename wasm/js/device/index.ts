// SPDX-License-Identifier: Apache-2.0

// What a worker imports where a model may run on a GPU, and not before: dist/web/webgpu.js in browsers.
// That bundle has copies of its own of the modules that it shares with the worker's, so errors that
// come from here are told by their code (hasCode), not by their class.
export { checkpointGraph } from "../webgpu/checkpoint_graph.js";
export { loadOnGpu } from "./load_on_gpu.js";
