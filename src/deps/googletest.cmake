# SPDX-License-Identifier: Apache-2.0
#
# GoogleTest and GoogleMock, for the native tests.
set(gt ${SOURCES}/googletest)
add_library(gtest STATIC ${gt}/googletest/src/gtest-all.cc)
target_include_directories(gtest
  PRIVATE ${gt}/googletest ${gt}/googletest/include INTERFACE $<INSTALL_INTERFACE:include>)
target_link_libraries(gtest INTERFACE Threads::Threads)
add_library(gmock STATIC ${gt}/googlemock/src/gmock-all.cc)
target_include_directories(gmock
  PRIVATE ${gt}/googlemock ${gt}/googlemock/include ${gt}/googletest/include
  INTERFACE $<INSTALL_INTERFACE:include>)
target_link_libraries(gmock INTERFACE gtest)
add_library(gtest_main STATIC ${gt}/googlemock/src/gmock_main.cc)
target_include_directories(gtest_main PRIVATE ${gt}/googlemock/include ${gt}/googletest/include)
target_link_libraries(gtest_main INTERFACE gmock gtest)
install(DIRECTORY ${gt}/googletest/include/gtest ${gt}/googlemock/include/gmock DESTINATION include)
install(TARGETS gtest gmock gtest_main EXPORT XlmrNerDeps ARCHIVE DESTINATION lib)
