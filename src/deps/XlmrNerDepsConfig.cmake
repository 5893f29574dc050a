# SPDX-License-Identifier: Apache-2.0
#
# find_package(XlmrNerDeps) gives sentencepiece::sentencepiece, yyjson::yyjson,
# fp16::fp16, XNNPACK's microkernels (xnnpack::xnnpack and, in WebAssembly, xnnpack::simd and
# xnnpack::relaxed) and, outside WebAssembly, GTest::gtest_main and GTest::gmock.
include(CMakeFindDependencyMacro)
if(NOT EMSCRIPTEN)
  find_dependency(Threads)
endif()
include("${CMAKE_CURRENT_LIST_DIR}/targets.cmake")

add_library(sentencepiece::sentencepiece ALIAS XlmrNerDeps::sentencepiece)
add_library(yyjson::yyjson ALIAS XlmrNerDeps::yyjson)
add_library(fp16::fp16 ALIAS XlmrNerDeps::fp16)
add_library(xnnpack::xnnpack ALIAS XlmrNerDeps::xnnpack)
foreach(kind simd relaxed)
  if(TARGET XlmrNerDeps::xnnpack_${kind})
    add_library(xnnpack::${kind} ALIAS XlmrNerDeps::xnnpack_${kind})
  endif()
endforeach()
if(TARGET XlmrNerDeps::gtest)
  add_library(GTest::gtest ALIAS XlmrNerDeps::gtest)
  add_library(GTest::gtest_main ALIAS XlmrNerDeps::gtest_main)
  add_library(GTest::gmock ALIAS XlmrNerDeps::gmock)
endif()
