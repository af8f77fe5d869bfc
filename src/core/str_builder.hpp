// StrBuilder: a text that grows, then ends as a Str. What builds text uses it.
//
//     StrBuilder out(in);
//     KRAIT_TRY(out.append("["));
//     KRAIT_TRY(out.append_repr(item));
//     return out.finish();
//
// The text is made in the cell that becomes the Str; the cell doubles as it grows. Lives on the C
// stack. After a failure an exception is pending and the builder is not to be used.
#pragma once

#include "core/text.hpp"

namespace krait {

class StrBuilder {
  public:
    explicit StrBuilder(Interp& in) : in_(in) {}
    StrBuilder(const StrBuilder&) = delete;

    Status append(std::string_view text);
    [[gnu::always_inline]] Status append(const char* text) {  // a literal's length is a constant
        return append(std::string_view(text, __builtin_strlen(text)));
    }
    // Text inside the heap (a Str's) stays where it is while this allocates; `s` keeps it alive.
    Status append(const Str* s) { return append(s->view()); }
    Status append(std::string_view a, std::string_view b);
    Status append_char(char c) { return append({&c, 1}); }
    Status append_code_point(u32 code_point);
    Status append_repeated(std::string_view text, usize count);
    Status append_int(i64 i);
    Status append_unsigned(u64 i, u32 base = 10, usize width = 0);  // padded with zeros
    Status append_repr(Value v);
    Status append_str(Value v);  // str(v)
    // A message argument (exceptions.hpp).
    Status append_arg(const TextArg& arg);

    // Room for `bytes` more, to be written by the caller and counted with advance().
    Result<char*> reserve(usize bytes);
    void advance(usize bytes) { size_ += bytes; }

    usize size() const { return size_; }
    std::string_view view() const {
        return text_ ? std::string_view(text_->data(), size_) : std::string_view();
    }
    // Cuts the text to `size` bytes.
    void truncate(usize size) { size_ = size; }

    // The text as a Str; the builder is empty then.
    Result<Str*> finish();

  private:
    Status grow(usize bytes);

    Interp& in_;
    Str* text_ = nullptr;  // its `size_` says how much fits
    usize size_ = 0;
};

}  // namespace krait
