#include "core/str_builder.hpp"

#include <cstring>

#include "base/utf8.hpp"
#include "core/interp.hpp"

namespace krait {

constexpr usize kFirstCapacity = 40;

Status StrBuilder::grow(usize bytes) {
    const usize capacity = text_ ? text_->size() : 0;
    usize wanted = 0;
    if (__builtin_add_overflow(size_, bytes, &wanted)) return raise_memory_error(in_);
    wanted = std::max({wanted, capacity + capacity / 2, kFirstCapacity});
    if (text_ && wanted <= std::numeric_limits<i32>::max() / 2 &&
        in_.heap().resize(text_, Str::kTextOffset + wanted + 1)) {
        text_->size_ = static_cast<u32>(wanted);
        return kOk;
    }
    Str* larger = KRAIT_TRY(allocate_str(in_, wanted));
    if (text_) {
        std::memcpy(larger->data(), text_->data(), size_);
        in_.heap().release(text_);
    }
    text_ = larger;
    return kOk;
}

Result<char*> StrBuilder::reserve(usize bytes) {
    if (!text_ || text_->size() - size_ < bytes) KRAIT_TRY(grow(bytes));
    return text_->data() + size_;
}

Status StrBuilder::append(std::string_view text) {
    if (text.empty()) return kOk;
    std::memcpy(KRAIT_TRY(reserve(text.size())), text.data(), text.size());
    size_ += text.size();
    return kOk;
}

Status StrBuilder::append(std::string_view a, std::string_view b) {
    KRAIT_TRY(append(a));
    return append(b);
}

Status StrBuilder::append_code_point(u32 code_point) {
    size_ += utf8::encode(code_point, KRAIT_TRY(reserve(utf8::kMaxSize)));
    return kOk;
}

Status StrBuilder::append_repeated(std::string_view text, usize count) {
    usize bytes = 0;
    if (__builtin_mul_overflow(text.size(), count, &bytes)) return raise_memory_error(in_);
    char* out = KRAIT_TRY(reserve(bytes));
    if (text.size() == 1) {
        std::memset(out, text[0], count);
    } else {
        for (usize i = 0; i < count; ++i)
            std::memcpy(out + i * text.size(), text.data(), text.size());
    }
    size_ += bytes;
    return kOk;
}

Status StrBuilder::append_unsigned(u64 i, u32 base, usize width) {
    char digits[64];
    usize n = sizeof digits;
    if (base == 10) {  // which compilers divide by without dividing
        do {
            digits[--n] = static_cast<char>('0' + i % 10);
            i /= 10;
        } while (i);
    } else {
        do {
            digits[--n] = "0123456789abcdefghijklmnopqrstuvwxyz"[i % base];
            i /= base;
        } while (i);
    }
    const usize count = sizeof digits - n;
    if (count < width) KRAIT_TRY(append_repeated("0", width - count));
    return append({digits + n, count});
}

Status StrBuilder::append_int(i64 i) {
    if (i < 0) KRAIT_TRY(append("-"));
    return append_unsigned(i < 0 ? ~static_cast<u64>(i) + 1 : static_cast<u64>(i));
}

Status StrBuilder::append_repr(Value v) {
    Str* text = KRAIT_TRY(repr(in_, v));
    return append(text);
}

Status StrBuilder::append_str(Value v) {
    Str* text = KRAIT_TRY(to_str(in_, v));
    return append(text);
}

Status StrBuilder::append_arg(const TextArg& arg) {
    switch (arg.kind()) {
        case TextArg::Kind::Int: return append_int(arg.integer());
        case TextArg::Kind::Repr: return append_repr(arg.value());
        case TextArg::Kind::Address:
            KRAIT_TRY(append("0x"));
            return append_unsigned(static_cast<Word>(arg.integer()), 16);
        default: return append(arg.text());
    }
}

Result<Str*> StrBuilder::finish() {
    Str* const s = text_;
    const usize size = size_;
    text_ = nullptr;
    size_ = 0;
    if (!s) return empty_str();
    // Short texts have shared objects, and a cell that is much too large is given up for a copy.
    const usize bytes = Str::kTextOffset + size + 1;
    const bool fits = size > 1 && (in_.heap().resize(s, bytes),
                                   in_.heap().is_locked() ||  // there is no other cell to be had
                                       in_.heap().cell_size(s) <= bytes + bytes / 4 + 16);
    if (!fits) {
        Str* copy = KRAIT_TRY(new_str(in_, {s->data(), size}));
        in_.heap().release(s);
        return copy;
    }
    s->size_ = static_cast<u32>(size);
    finish_str(s);
    return s;
}

}  // namespace krait
