// SPDX-License-Identifier: Apache-2.0
// What happens when the WebAssembly memory is full: JavaScript sees a RangeError "out of memory",
// which core.ts turns into OutOfMemoryError, in place of the abort() that is all a program without
// exceptions has.
//
// Invariant: as after an abort, the module is in no defined state and is not called again.
//
//   report_full_memory();    // once, before anything large is allocated
#ifndef XLMR_WASM_BIND_MEMORY_H_
#define XLMR_WASM_BIND_MEMORY_H_

#include <emscripten/em_js.h>

#include <new>

// clang-format off
EM_JS(void, xlmr_throw_out_of_memory, (), { throw new RangeError("out of memory"); });
// clang-format on

namespace xlmr::js {

inline void report_full_memory() { std::set_new_handler(xlmr_throw_out_of_memory); }

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_MEMORY_H_
