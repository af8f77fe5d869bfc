// Builtins that make or take text: print, input, repr, chr and the like.
#include "base/utf8.hpp"
#include "core/bind.hpp"
#include "core/str_builder.hpp"
#include "modules/builtins.hpp"
#include "modules/console.hpp"
#include "objects/bytes.hpp"
#include "objects/exception.hpp"

namespace krait {

namespace {

// The text that is written between or behind what is printed; null: `fallback`.
Result<Str*> separator(Interp& in, Value given, const Str* fallback, std::string_view what) {
    if (is_none(given)) return mutable_name(fallback);
    if (Str* s = as_if<Str>(given)) return s;
    return raise(in, kTypeError, "{} must be None or a string, not {}", what,
                 TextArg::type_name(given));
}

// Short output of plain objects, put together without the heap: print() then works while the heap
// is locked or full. The functions are false if the text does not fit or is not of this simple
// sort.
class BriefText {
  public:
    bool add(std::string_view part) {
        if (part.size() > sizeof text_ - size_) return false;
        std::copy(part.begin(), part.end(), text_ + size_);
        size_ += part.size();
        return true;
    }
    bool add_str(Value v) {
        if (is_exact<Str>(v)) return add(as<Str>(v)->view());
        return is_plain_exception(v) ? add_message(as<Exception>(v)) : add_repr(v, 0);
    }
    std::string_view view() const { return {text_, size_}; }

  private:
    static constexpr int kDeepest = 4;

    static bool is_plain_exception(Value v) {
        const Type* type = type_of(v);
        return type->has(kExceptionType) && !type->has(kHeapType) &&
               find_slot<&Slots::str>(type) == exception_str;
    }
    bool add_message(const Exception* e) {
        if (e->args->size() == 0) return true;
        return e->args->size() == 1 && add_str((*e->args)[0]);
    }
    bool add_int(isize n) {
        char digits[24];
        usize at = sizeof digits;
        auto rest = n < 0 ? 0 - static_cast<usize>(n) : static_cast<usize>(n);
        do digits[--at] = static_cast<char>('0' + rest % 10);
        while (rest /= 10);
        if (n < 0) digits[--at] = '-';
        return add({digits + at, sizeof digits - at});
    }
    // Text that needs no escapes in quotes.
    bool add_quoted(std::string_view text) {
        const auto is_plain = [](char c) { return c >= ' ' && c < 127 && c != '\'' && c != '\\'; };
        return std::ranges::all_of(text, is_plain) && add("'") && add(text) && add("'");
    }
    bool add_items(std::span<const Value> items, std::string_view open, std::string_view close,
                   int depth) {
        if (depth == kDeepest || !add(open)) return false;
        for (usize i = 0; i < items.size(); ++i)
            if ((i && !add(", ")) || !add_repr(items[i], depth + 1)) return false;
        return add(close);
    }
    bool add_repr(Value v, int depth) {
        if (v.is_int()) return add_int(v.as_int());
        if (v == true_()) return add("True");
        if (v == false_()) return add("False");
        if (is_none(v)) return add("None");
        if (is_exact<Str>(v)) return add_quoted(as<Str>(v)->view());
        if (is_exact<BytesObject>(v))
            return add("b") && add_quoted(as_text(as<BytesObject>(v)->bytes()));
        if (is_exact<BytearrayObject>(v))
            return add("bytearray(b") && add_quoted(as_text(as<BytearrayObject>(v)->bytes())) &&
                   add(")");
        if (is_exact<List>(v)) return add_items(as<List>(v)->span(), "[", "]", depth);
        if (!is_exact<Tuple>(v)) return false;
        const auto items = as<Tuple>(v)->span();
        return add_items(items, "(", items.size() == 1 ? ",)" : ")", depth);
    }

    char text_[256];
    usize size_ = 0;
};

bool print_briefly(Interp& in, ConsoleEnd end, Args args, Str* between, Str* behind,
                   Status& result) {
    BriefText text;
    for (usize i = 0; i < args.size(); ++i)
        if ((i && !text.add(between->view())) || !text.add_str(args[i])) return false;
    if (!text.add(behind->view())) return false;
    result = console_write(in, end, text.view());
    return true;
}

// To the console: everything in one write.
Value print_to_console(Interp& in, ConsoleEnd end, Args args, Str* between, Str* behind) {
    Status brief;
    if (print_briefly(in, end, args, between, behind, brief)) {
        KRAIT_TRY(brief);
        return none();
    }
    if (args.size() == 1 && is_exact<Str>(args[0]) && as<Str>(args[0])->size() > 4096) {
        KRAIT_TRY(console_write(in, end, as<Str>(args[0])->view()));
        KRAIT_TRY(console_write(in, end, behind->view()));
        return none();
    }
    StrBuilder out(in);
    for (usize i = 0; i < args.size(); ++i) {
        if (i) KRAIT_TRY(out.append(between));
        KRAIT_TRY(out.append_str(args[i]));
    }
    KRAIT_TRY(out.append(behind));
    KRAIT_TRY(console_write(in, end, out.view()));
    return none();
}

Value builtin_print(Interp& in, Args args, Value sep, Value end, Value file, bool flush) {
    Str* between = KRAIT_TRY(separator(in, sep, " "_sym, "sep"));
    Str* behind = KRAIT_TRY(separator(in, end, "\n"_sym, "end"));
    if (is_none(file)) file = current_stream(in, "stdout"_sym, kStdout);
    if (is_none(file)) return none();
    if (file.is_object() && file.object()->shape == ConsoleStream::kTextType.shape())
        return print_to_console(in, as<ConsoleStream>(file)->end, args, between, behind);
    for (usize i = 0; i < args.size(); ++i) {
        if (i) KRAIT_TRY(write_text(in, file, between));
        KRAIT_TRY(write_text(in, file, KRAIT_TRY(to_str(in, args[i]))));
    }
    KRAIT_TRY(write_text(in, file, behind));
    if (flush) (void)KRAIT_TRY(call_method(in, file, "flush"_sym));
    return none();
}

Value builtin_input(Interp& in, Value prompt) {
    if (prompt) {
        Str* text = KRAIT_TRY(to_str(in, prompt));
        KRAIT_TRY(write_text(in, current_stream(in, "stdout"_sym, kStdout), text));
    }
    Str* line = KRAIT_TRY(read_line(in, current_stream(in, "stdin"_sym, kStdin)));
    std::string_view text = line->view();
    if (text.empty()) return raise(in, kEOFError, "EOF when reading a line");
    if (text.ends_with('\n')) text.remove_suffix(1);
    return new_str(in, text).take();
}

Result<Str*> builtin_repr(Interp& in, Value object) { return repr(in, object); }
Result<Str*> builtin_ascii(Interp& in, Value object) { return ascii(in, object); }

Result<Str*> builtin_format(Interp& in, Value value, Str* spec) { return format(in, value, spec); }

Result<Str*> builtin_chr(Interp& in, isize i) {
    if (i < 0 || i > 0x10FFFF) return raise(in, kValueError, "chr() arg not in range(0x110000)");
    return str_of_code_point(in, static_cast<u32>(i));
}

Value builtin_ord(Interp& in, Value c) {
    usize size = 0;
    if (const Str* s = as_if<Str>(c)) {
        size = str_length(s);
        if (size == 1) return Value::from_int(static_cast<isize>(utf8::decode(s->data())));
    } else {
        HeldBuffer held;
        if (!get_buffer(in, c, held)) {
            (void)in.take_pending();
            return raise(in, kTypeError, "ord() expected string of length 1, but {} found",
                         TextArg::type_name(c));
        }
        size = held.size;
        if (size == 1) return Value::from_int(held.data[0]);
    }
    return raise(in, kTypeError, "ord() expected a character, but string of length {} found", size);
}

constexpr Row kRows[] = {
    def<"ascii(obj, /)", builtin_ascii>,
    def<"chr(i, /)", builtin_chr>,
    def<"format(value, format_spec='', /)", builtin_format>,
    def<"input(prompt=..., /)", builtin_input>,
    def<"ord(c, /)", builtin_ord>,
    def<"print(*args, sep=None, end=None, file=None, flush=False)", builtin_print>,
    def<"repr(obj, /)", builtin_repr>,
};

}  // namespace

constinit const std::span<const Row> kTextBuiltins{kRows};

}  // namespace krait
