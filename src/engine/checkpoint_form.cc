// SPDX-License-Identifier: Apache-2.0
#include "engine/checkpoint_form.h"

#include <algorithm>
#include <string>

namespace xlmr {
namespace {

Status wrong(const AsText& key, const AsText& what, const AsText& found) {
  return invalid_checkpoint(expected(concat("checkpoint: __metadata__.", key.view()), what,
                                     concat("\"", found.view().substr(0, 60), "\"")));
}

// A version that is a number and not this one comes from a later release: there was none before 1.
bool is_later(std::string_view version) {
  return !version.empty() && version.front() >= '1' && version.front() <= '9' &&
         std::ranges::all_of(version, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<CheckpointForm> checkpoint_form(const SafetensorsHeader& header) {
  if (header.metadata("format") != kCheckpointFormat) return CheckpointForm::published;
  const std::string_view version = header.metadata("version");
  const std::string known = concat(kCheckpointVersion);
  if (version != known) {
    return wrong("version",
                 is_later(version)
                     ? concat("version ", known, " or an xlmr-ner that is as new as the file")
                     : concat("version ", known),
                 version);
  }
  const std::string_view type = header.metadata("dtype");
  if (type == "q8") return CheckpointForm::q8;
  if (type != "q4") return wrong("dtype", "q8 or q4", type);
  const std::string_view group = header.metadata("group");
  if (group != concat(kQ4Group)) return wrong("group", kQ4Group, group);
  return CheckpointForm::q4;
}

}  // namespace xlmr
