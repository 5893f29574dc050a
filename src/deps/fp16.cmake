# SPDX-License-Identifier: Apache-2.0
#
# FP16, conversions from half precision: headers only.
add_library(fp16 INTERFACE)
target_include_directories(fp16 INTERFACE $<INSTALL_INTERFACE:include>)
install(DIRECTORY ${SOURCES}/fp16/include/ DESTINATION include)
install(TARGETS fp16 EXPORT XlmrNerDeps)
