#include "core/text.hpp"

#include <array>
#include <cstring>
#include <utility>

#include "base/utf8.hpp"
#include "core/interp.hpp"

namespace krait {

// The one-character strings are names like any other, so they are found as such, too.
template <usize... C>
static constexpr auto make_characters(std::index_sequence<C...>) {
    return std::array<const Str*, sizeof...(C)>{
        symbol<FixedString<2>({static_cast<char>(C), '\0'})>...};
}
static constexpr auto kCharacters = make_characters(std::make_index_sequence<128>());

Str* char_str(u8 c) { return mutable_name(kCharacters[c]); }

Result<Str*> str_of_code_point(Interp& in, u32 code_point) {
    char text[utf8::kMaxSize];
    return new_str(in, {text, utf8::encode(code_point, text)});
}

Result<Str*> allocate_str(Interp& in, usize size) {
    constexpr usize kMaxSize = std::numeric_limits<i32>::max() - 64;
    if (size > kMaxSize) return raise_memory_error(in);
    Str* s = KRAIT_TRY(in.make<Str>(Str::kTextOffset + size + 1));
    s->size_ = static_cast<u32>(size);
    return s;
}

void finish_str(Str* s) {
    s->data()[s->size_] = '\0';
    // As Str::state_of() has it, with the test for ASCII a word at a time.
    s->state_ =
        hash_text(s->view()) << Str::kHashShift | (utf8::is_ascii(s->view()) ? Str::kAsciiFlag : 0);
}

Result<Str*> copy_str(Interp& in, std::string_view text) {
    Str* s = KRAIT_TRY(allocate_str(in, text.size()));
    std::memcpy(s->data(), text.data(), text.size());
    finish_str(s);
    return s;
}

Result<Str*> new_str(Interp& in, std::string_view text) {
    if (text.empty()) return empty_str();
    if (text.size() == 1 && static_cast<u8>(text[0]) < 128) return char_str(text[0]);
    return copy_str(in, text);
}

usize str_length(const Str* s) { return s->is_ascii() ? s->size() : utf8::count(s->view()); }

usize str_offset(const Str* s, usize n) {
    if (s->is_ascii()) return std::min(n, s->size());
    return utf8::offset_of(s->view(), n);
}

Result<Str*> str_at(Interp& in, Str* s, usize index) {
    const char* at = s->data() + str_offset(s, index);
    return new_str(in, {at, utf8::size_from_lead(*at)});
}

Result<Str*> str_slice(Interp& in, Str* s, usize start, usize stop) {
    if (s->is_ascii()) return str_slice_bytes(in, s, start, stop);
    const usize from = str_offset(s, start);
    std::string_view rest = s->view();
    rest.remove_prefix(from);
    return str_slice_bytes(in, s, from, from + utf8::offset_of(rest, stop - start));
}

// `s` is a parameter, so it is on the stack and kept while the copy is made from its text.
Result<Str*> str_slice_bytes(Interp& in, Str* s, usize start, usize stop) {
    if (start == 0 && stop == s->size() && is_exact<Str>(s)) return s;
    if (stop - start <= 1) return new_str(in, {s->data() + start, stop - start});
    Str* out = KRAIT_TRY(allocate_str(in, stop - start));
    std::memcpy(out->data(), s->data() + start, stop - start);
    finish_str(out);
    return out;
}

Result<Str*> str_concat(Interp& in, Str* a, Str* b) {
    if (!a->size() && is_exact<Str>(b)) return b;
    if (!b->size() && is_exact<Str>(a)) return a;
    Str* out = KRAIT_TRY(allocate_str(in, a->size() + b->size()));
    std::memcpy(out->data(), a->data(), a->size());
    std::memcpy(out->data() + a->size(), b->data(), b->size());
    finish_str(out);
    return out;
}

Result<Str*> str_repeat(Interp& in, Str* s, isize count) {
    if (count <= 0 || !s->size()) return empty_str();
    if (count == 1 && is_exact<Str>(s)) return s;
    usize size = 0;
    if (__builtin_mul_overflow(s->size(), static_cast<usize>(count), &size))
        return raise_memory_error(in);
    Str* out = KRAIT_TRY(allocate_str(in, size));
    std::memcpy(out->data(), s->data(), s->size());
    for (usize done = s->size(); done < size;) {  // what is there is doubled
        const usize part = std::min(done, size - done);
        std::memcpy(out->data() + done, out->data(), part);
        done += part;
    }
    finish_str(out);
    return out;
}

int str_compare(const Str* a, const Str* b) {
    const int order = std::memcmp(a->data(), b->data(), std::min(a->size(), b->size()));
    if (order) return order;
    return a->size() < b->size() ? -1 : a->size() > b->size();
}

}  // namespace krait
