// SPDX-License-Identifier: Apache-2.0
// warm_up: runs a small network through the kernels, so that a JIT has compiled what a model needs by the
// time that the model is there.
//
// Invariant: nothing is left of it but compiled code. V8 compiles a WebAssembly function at its first
// call, badly, and well only once it has run for a while: without this the first text pays for both.
//
//   warm_up(kernels);   // some milliseconds; in the meantime the host reads the model's files
#ifndef XLMR_ENGINE_WARM_UP_H_
#define XLMR_ENGINE_WARM_UP_H_

#include "engine/kernels.h"

namespace xlmr {

void warm_up(const Kernels& kernels);

}  // namespace xlmr

#endif  // XLMR_ENGINE_WARM_UP_H_
