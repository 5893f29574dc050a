// SPDX-License-Identifier: Apache-2.0
// Charsmap: the compiled normalisation rules (`precompiled_charsmap`) of a SentencePiece model.
//
// Invariant: after read() every look-up, for any bytes, stays inside the trie and yields whole
// UTF-8; nothing is trusted from the file that was not walked once.
//
//   Charsmap map = Charsmap::read(blob).value();         // nmt_nfkc
//   map.shortest_match("ﬁx")       -> "fi"
//   map.shortest_match("x")        -> nullopt
//
// Layout: u32 size of the trie in bytes, the trie (a Darts-clone double array of u32 units), then
// replacement texts that end at NUL. Source: SentencePiece normalizer.cc, darts-clone.
#ifndef XLMR_TEXT_CHARSMAP_H_
#define XLMR_TEXT_CHARSMAP_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace xlmr {

class Charsmap {
 public:
  /// Maps nothing.
  Charsmap() = default;

  /// An empty blob maps nothing. Errors: invalid_tokenizer.
  [[nodiscard]] static Result<Charsmap> read(std::string_view blob);

  /// The replacement of the shortest key that `text` starts with. It is the shortest, not the
  /// longest, because Hugging Face takes that one. A NUL ends the search.
  [[nodiscard]] std::optional<std::string_view> shortest_match(std::string_view text) const;

  /// How the keys relate to a text.
  struct Relation {
    bool has_key = false;  ///< the text starts with one
    bool goes_on = false;  ///< a longer one starts with the text
    size_t walked = 0;     ///< the first bytes of the text that are the beginning of any
  };
  [[nodiscard]] Relation relation(std::string_view text) const;

 private:
  [[nodiscard]] Status validate() const;
  [[nodiscard]] bool is_sound() const;
  void find_parents();
  [[nodiscard]] bool is_text(uint32_t at) const;
  // Not inlined: V8 optimises a WebAssembly function when it is called again.
  [[nodiscard, gnu::noinline]] Status validate_children(uint32_t base, std::vector<bool>& visited,
                                                        std::vector<uint32_t>& blocks) const;
  [[nodiscard]] std::string_view replacement(uint32_t value) const;

  std::vector<uint32_t> units_;
  std::vector<bool> is_parent_;  // by base: whether a node with it has a child, but that by NUL
  std::string replacements_;     // each ends at NUL
};

}  // namespace xlmr

#endif  // XLMR_TEXT_CHARSMAP_H_
