# SPDX-License-Identifier: Apache-2.0
#
# XNNPACK's microkernels: the few that src/engine/kernels.h names, for the platform at hand. Its
# operators are left out: our encoder lays out the weights and the loops itself.
#
# Their headers name pthreadpool, for those operators.
set(xnn ${SOURCES}/xnnpack)
set(xnn_generated ${CMAKE_CURRENT_BINARY_DIR}/xnnpack)
file(WRITE ${xnn_generated}/pthreadpool.h "typedef struct pthreadpool* pthreadpool_t;\n")
set(xnn_definitions
  XNN_LOG_LEVEL=0 XNN_ENABLE_CPUINFO=0 XNN_ENABLE_MEMOPT=1 XNN_ENABLE_SPARSE=0
  XNN_ENABLE_ASSEMBLY=0 XNN_ENABLE_JIT=0 XNN_ENABLE_KLEIDIAI=0)

function(add_microkernels target)
  list(TRANSFORM ARGN PREPEND ${xnn}/src/ OUTPUT_VARIABLE kernels)
  add_library(${target} STATIC ${kernels})
  target_include_directories(${target}
    PRIVATE ${xnn}/include ${xnn}/src ${xnn_generated} INTERFACE $<INSTALL_INTERFACE:include/xnnpack>)
  target_compile_definitions(${target} PUBLIC ${xnn_definitions})
  target_compile_options(${target} PRIVATE -w)
  install(TARGETS ${target} EXPORT XlmrNerDeps ARCHIVE DESTINATION lib)
endfunction()

if(EMSCRIPTEN)
  # What both binaries use, then what differs.
  add_microkernels(xnnpack
    f32-rminmax/gen/f32-rmax-wasmsimd-pminmax-u16-acc4.c
    f32-vgelu/gen/f32-vgelu-wasmsimd-rational-12-10-div.c
    qd8-f32-qc8w-gemm/gen/qd8-f32-qc8w-gemm-4x4c8-minmax-wasmsimd-dot16x2-ld128.c)
  add_microkernels(xnnpack_simd
    f32-gemm/gen/f32-gemm-4x8-wasmsimd-loadsplat.c
    f32-raddstoreexpminusmax/gen/f32-raddstoreexpminusmax-wasmsimd-rr2-p5-u16-acc4.c)
  add_microkernels(xnnpack_relaxed
    f32-gemm/gen/f32-gemm-4x8-wasmrelaxedsimd-fma-loadsplat.c
    f32-raddstoreexpminusmax/gen/f32-raddstoreexpminusmax-wasmrelaxedsimd-rr2-p5-u16-acc4.c
    qd8-f32-qc8w-gemm/gen/qd8-f32-qc8w-gemm-4x16c4-minmax-wasmusdot-u2.c
    qd8-f32-qc8w-gemm/gen/qd8-f32-qc8w-gemm-4x8c8-minmax-wasmsdot-u2.c)
  target_compile_options(xnnpack_relaxed PRIVATE -mrelaxed-simd)
else()
  add_microkernels(xnnpack
    f32-gemm/gen/f32-gemm-4x4-scalar.c
    f32-raddstoreexpminusmax/gen/f32-raddstoreexpminusmax-scalar-rr2-p5-u4-acc4.c
    f32-rminmax/gen/f32-rmax-scalar-u4-acc4.c
    f32-vgelu/gen/f32-vgelu-scalar-rational-12-10-div.c
    qd8-f32-qc8w-gemm/gen/qd8-f32-qc8w-gemm-4x4-minmax-scalar.c)
  # For a test that runs them on emulated WebAssembly: which of the two a machine has is its CPU's.
  install(FILES
    ${xnn}/src/qd8-f32-qc8w-gemm/gen/qd8-f32-qc8w-gemm-4x16c4-minmax-wasmusdot-u2.c
    ${xnn}/src/qd8-f32-qc8w-gemm/gen/qd8-f32-qc8w-gemm-4x8c8-minmax-wasmsdot-u2.c
    DESTINATION share/xnnpack)
endif()
install(DIRECTORY ${xnn_generated}/ ${xnn}/include/ ${xnn}/src/ DESTINATION include/xnnpack
  FILES_MATCHING PATTERN "*.h")
