# SPDX-License-Identifier: Apache-2.0
#
# pthreadpool on real POSIX threads, in WebAssembly too (upstream's CMake takes a shim there).
set(pool ${SOURCES}/pthreadpool)
add_library(pthreadpool STATIC
  ${pool}/src/memory.c
  ${pool}/src/portable-api.c
  ${CMAKE_CURRENT_SOURCE_DIR}/pthreadpool_pthreads.c)
target_include_directories(pthreadpool
  PRIVATE ${pool}/include ${pool}/src ${SOURCES}/fxdiv/include
  INTERFACE $<INSTALL_INTERFACE:include>)
target_compile_definitions(pthreadpool
  PRIVATE PTHREADPOOL_USE_FASTPATH=0 PTHREADPOOL_USE_CPUINFO=0 PTHREADPOOL_USE_GCD=0
          PTHREADPOOL_USE_EVENT=0 _GNU_SOURCE=1
  PUBLIC PTHREADPOOL_NO_DEPRECATED_API=1)
target_compile_options(pthreadpool PRIVATE -w)
if(NOT EMSCRIPTEN)
  target_link_libraries(pthreadpool INTERFACE Threads::Threads)
endif()
install(FILES ${pool}/include/pthreadpool.h ${SOURCES}/fxdiv/include/fxdiv.h DESTINATION include)
install(TARGETS pthreadpool EXPORT XlmrNerDeps ARCHIVE DESTINATION lib)
