// Tracebacks: collecting places while unwinding, and printing.
#include "vm/traceback.hpp"

#include <optional>

#include "core/attributes.hpp"
#include "core/errno.hpp"
#include "hal/board.hpp"
#include "vm/carets.hpp"
#include "vm/import.hpp"
#include "vm/suggestions.hpp"

namespace krait {

using Text = std::string_view;

void add_traceback(Interp& in, Value exception, Function* function, u32 offset) {
    if (!is<Exception>(exception)) return;
    auto* e = as<Exception>(exception);
    // Without memory for it the traceback stays short; the exception itself must get through. The
    // MemoryError that is made at the start, raised for any reason, is not worth the reserve.
    std::optional<Interp::Emergency> emergency;
    if (e != in.memory_error()) emergency.emplace(in);
    if (!e->traceback) {
        auto list = new_list(in, kTracebackStride * 2);
        if (!list) return in.set_pending(exception);
        in.heap().write(e->traceback, list.take());
    }
    List* places = e->traceback;
    Value place[] = {function, Value::from_int(static_cast<isize>(offset)), Value::from_int(1)};
    usize n = places->size();
    if (n >= kTracebackStride) {
        Value* last = places->begin() + n - kTracebackStride;
        if (last[0] == place[0] && last[1] == place[1]) {
            last[2] = Value::from_int(last[2].as_int() + 1);
            return;
        }
    }
    if (n >= kMaxPlaces * kTracebackStride)  // keep the innermost half and the newest
        list_truncate(places, n - kTracebackStride);
    for (Value v : place)
        if (!list_append(in, places, v)) return in.set_pending(exception);
}

namespace {

// The text of line `number` of the file, without its end; empty if it cannot be had.
Text find_line(Text text, u32 number) {
    for (u32 line = 1;; ++line) {
        usize end = text.find('\n');
        Text here = text.substr(0, end);
        if (line == number)
            return !here.empty() && here.back() == '\r' ? here.substr(0, here.size() - 1) : here;
        if (end == Text::npos) return {};
        text.remove_prefix(end + 1);
    }
}

// Reads source files for a traceback; keeps the last one, as frames of one file are neighbours.
class SourceLines {
  public:
    SourceLines(Interp& in, TracebackStyle style) : in_(in), style_(style) {}
    TracebackStyle style() const { return style_; }
    Text line(Str* filename, u32 number) {
        if (style_ == TracebackStyle::Brief) return {};
        if (filename->size() == 0 || filename->view().front() == '<') return {};
        if (filename != filename_) {
            filename_ = filename;
            auto read = read_file(in_, filename->view());
            if (!read) (void)in_.take_pending();
            text_ = read ? read.take() : nullptr;
        }
        if (!text_) return {};
        return find_line({reinterpret_cast<const char*>(text_->data), text_->capacity}, number);
    }

  private:
    Interp& in_;
    TracebackStyle style_;
    Str* filename_ = nullptr;
    ByteArray* text_ = nullptr;
};

Text stripped(Text line, usize& indent) {
    indent = 0;
    while (indent < line.size() && (line[indent] == ' ' || line[indent] == '\t')) ++indent;
    line.remove_prefix(indent);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    return line;
}

Code* code_of(const Value* place) { return as<Function>(place[0])->code; }

Status append_place(Interp& in, const Value* place, SourceLines& source, StrBuilder& out) {
    const Code* code = code_of(place);
    const auto offset = static_cast<u32>(place[1].as_int());
    const u32 number = position_at(code, offset).line;
    KRAIT_TRY(out.append(KRAIT_TRY(
        format_str(in, "  File \"{}\", line {}, in {}\n", code->filename, number, code->name))));
    const Text line = source.line(code->filename, number);
    if (line.empty()) return kOk;
    usize indent;
    const Text shown = stripped(line, indent);
    KRAIT_TRY(out.append("    "));
    KRAIT_TRY(out.append(shown, "\n"));
    return append_marks(out, line.substr(0, indent + shown.size()), indent, code, offset);
}

// The places from the outermost to the innermost. Of equal ones in a row, which recursion makes,
// only the first few are shown.
class Places {
  public:
    Places(Interp& in, SourceLines& source, StrBuilder& out)
        : in_(in), source_(source), out_(out) {}

    Status append(const Value* place) {
        const Code* code = code_of(place);
        const u32 line = position_at(code, static_cast<u32>(place[1].as_int())).line;
        const bool same = line == line_ && last_ && code->filename == last_->filename &&
                          code->name == last_->name;
        if (!same) {
            KRAIT_TRY(finish());
            seen_ = 0;
            last_ = code;
            line_ = line;
        }
        for (isize i = 0; i < place[2].as_int() && seen_ + i < kShown; ++i)
            KRAIT_TRY(append_place(in_, place, source_, out_));
        seen_ += place[2].as_int();
        return kOk;
    }
    Status finish() {
        const isize more = seen_ - kShown;
        if (more <= 0) return kOk;
        return out_.append(KRAIT_TRY(format_str(in_, "  [Previous line repeated {} more time{}]\n",
                                                more, more == 1 ? "" : "s")));
    }

  private:
    static constexpr isize kShown = 3;
    Interp& in_;
    SourceLines& source_;
    StrBuilder& out_;
    const Code* last_ = nullptr;
    u32 line_ = 0;
    isize seen_ = 0;
};

usize length_of(Text text) {
    usize n = 0;
    for (char c : text) n += (static_cast<u8>(c) & 0xc0) != 0x80;
    return n;
}

// Where the n-th character begins; the text's size if it has fewer.
usize byte_of(Text text, usize n) {
    usize at = 0;
    for (; at < text.size(); ++at)
        if ((static_cast<u8>(text[at]) & 0xc0) != 0x80 && n-- == 0) break;
    return at;
}

// SyntaxError shows the offending line with a caret.
Status append_syntax_place(Interp& in, Value e, SourceLines& source, StrBuilder& out) {
    Value file = KRAIT_TRY(get_attr_or(in, e, "filename"_sym, none()));
    Value line = KRAIT_TRY(get_attr_or(in, e, "lineno"_sym, none()));
    Value column = KRAIT_TRY(get_attr_or(in, e, "offset"_sym, none()));
    Value end_line = KRAIT_TRY(get_attr_or(in, e, "end_lineno"_sym, none()));
    Value end_column = KRAIT_TRY(get_attr_or(in, e, "end_offset"_sym, none()));
    const bool goes_on = end_line.is_int() && line.is_int() && end_line.as_int() > line.as_int();
    Value text = KRAIT_TRY(get_attr_or(in, e, "text"_sym, none()));
    if (!line.is_int()) return kOk;
    Str* filename = is<Str>(file) ? as<Str>(file) : mutable_name("<string>"_sym);
    KRAIT_TRY(
        out.append(KRAIT_TRY(format_str(in, "  File \"{}\", line {}\n", filename, line.as_int()))));
    if (source.style() == TracebackStyle::Brief) return kOk;
    Text shown = is<Str>(text) ? as<Str>(text)->view()
                               : source.line(filename, static_cast<u32>(line.as_int()));
    while (!shown.empty() && (shown.back() == '\n' || shown.back() == '\r')) shown.remove_suffix(1);
    usize indent = 0;
    while (indent < shown.size() && (shown[indent] == ' ' || shown[indent] == '\t')) ++indent;
    shown.remove_prefix(indent);
    KRAIT_TRY(out.append("    "));
    KRAIT_TRY(out.append(shown, "\n"));
    // An end before the start, or a start outside of the text: there is nothing to point at.
    if (!column.is_int() || column.as_int() <= static_cast<isize>(indent)) return kOk;
    const bool has_end = end_column.is_int() && !goes_on;
    if (has_end && end_column.as_int() < column.as_int()) return kOk;
    const auto from = static_cast<usize>(column.as_int() - 1) - indent;
    const usize length = length_of(shown);
    if (from > length) return kOk;
    usize to = goes_on ? length : from + 1;
    if (has_end && end_column.as_int() > column.as_int())
        to = std::min(static_cast<usize>(end_column.as_int() - 1) - indent, length);
    const usize start_byte = byte_of(shown, from), end_byte = byte_of(shown, to);
    const usize width = display_width(shown.substr(start_byte, end_byte - start_byte));
    KRAIT_TRY(out.append("    "));
    KRAIT_TRY(out.append_repeated(" ", display_width(shown.substr(0, start_byte))));
    KRAIT_TRY(out.append_repeated("^", std::max<usize>(width, 1)));
    return out.append("\n");
}

Status append_name(Interp& in, const Type* type, StrBuilder& out) {
    if (type->has(kHeapType)) {
        Value module = type_lookup(in, type, "__module__"_sym);
        if (!module) return {};
        if (is<Str>(module) && as<Str>(module)->view() != "builtins" &&
            as<Str>(module)->view() != "__main__")
            KRAIT_TRY(out.append(as<Str>(module)->view(), "."));
        if (type->qualname) return out.append(type->qualname);
    }
    return out.append(type->name);
}

// The exceptions that MicroPython words in another way; tools that talk to a board go by its words.
// False: this is none of them.
Result<bool> append_in_brief(Interp& in, Value exception, StrBuilder& out) {
    if (type_of(exception)->has(kHeapType)) return false;
    if (is_instance(exception, &kOSError)) {
        const Value number = KRAIT_TRY(get_attr_or(in, exception, "errno"_sym, none()));
        const Value file = KRAIT_TRY(get_attr_or(in, exception, "filename"_sym, none()));
        const ErrnoInfo* info =
            number.is_int() ? find_errno(static_cast<int>(number.as_int())) : nullptr;
        if (!info) return false;
        KRAIT_TRY(out.append(
            KRAIT_TRY(format_str(in, "OSError: [Errno {}] {}", info->number, info->name))));
        if (is_none(file)) return true;
        KRAIT_TRY(out.append(": "));
        KRAIT_TRY(out.append_repr(file));
        return true;
    }
    if (!is_instance(exception, &kNameError)) return false;
    const Value name = KRAIT_TRY(get_attr_or(in, exception, "name"_sym, none()));
    if (!is<Str>(name) || is_instance(exception, &kUnboundLocalError)) return false;
    KRAIT_TRY(
        out.append(KRAIT_TRY(format_str(in, "NameError: name '{}' isn't defined", as<Str>(name)))));
    return true;
}

Status append_message(Interp& in, Value exception, SourceLines& source, StrBuilder& out) {
    const Type* type = type_of(exception);
    if (source.style() == TracebackStyle::Brief && KRAIT_TRY(append_in_brief(in, exception, out)))
        return kOk;
    Value text;
    if (is_instance(exception, &kSyntaxError))
        text = KRAIT_TRY(get_attr_or(in, exception, "msg"_sym, none()));
    KRAIT_TRY(append_name(in, type, out));
    Result<Str*> shown = is_none(text ? text : none()) ? to_str(in, exception) : to_str(in, text);
    if (!shown) {
        (void)in.take_pending();
        KRAIT_TRY(out.append(": <exception str() failed>"));
    } else if (shown.take()->size()) {
        KRAIT_TRY(out.append(": "));
        KRAIT_TRY(out.append(shown.take()));
        List* places = as<Exception>(exception)->traceback;
        const bool known = places && places->size();
        KRAIT_TRY(append_suggestion(in, exception,
                                    known ? as<Function>(places->begin()[0]) : nullptr, out));
    } else if (source.style() == TracebackStyle::Brief) {
        KRAIT_TRY(out.append(": "));
    }
    return kOk;
}

Status append_head(Interp& in, Value exception, SourceLines& source, StrBuilder& out) {
    if (is_instance(exception, &kSyntaxError))
        KRAIT_TRY(append_syntax_place(in, exception, source, out));
    KRAIT_TRY(append_message(in, exception, source, out));
    KRAIT_TRY(out.append("\n"));
    Value notes = KRAIT_TRY(get_attr_or(in, exception, "__notes__"_sym, none()));
    if (!is<List>(notes)) return kOk;
    for (usize i = 0; i < as<List>(notes)->size(); ++i)
        KRAIT_TRY(out.append(KRAIT_TRY(to_str(in, as<List>(notes)->begin()[i]))->view(), "\n"));
    return kOk;
}

// Prints exceptions with what caused them, those of a group indented below it.
class Printer {
  public:
    Printer(Interp& in, StrBuilder& out, TracebackStyle style)
        : in_(in), out_(out), source_(in, style) {}
    // The exception's chain from the oldest to itself.
    Status chain(Value exception);

  private:
    static constexpr usize kMaxMembers = 15;

    Status one(Value exception);
    Status places(std::span<const Value> list, StrBuilder& text);
    Status members(Value group);
    Status ruler(Text lead, Text title);
    // Writes lines behind the margin of the group that they belong to.
    Status lines(Text text, Text margin = "| ");

    Interp& in_;
    StrBuilder& out_;
    SourceLines source_;
    usize depth_ = 0;  // of groups around
    bool must_close_ = false;
};

Status Printer::lines(Text text, Text margin) {
    if (depth_ == 0) return out_.append(text);
    while (!text.empty()) {
        usize end = text.find('\n');
        KRAIT_TRY(out_.append_repeated("  ", depth_));
        KRAIT_TRY(out_.append(margin, text.substr(0, end)));
        KRAIT_TRY(out_.append("\n"));
        text.remove_prefix(end == Text::npos ? text.size() : end + 1);
    }
    return kOk;
}

Status Printer::ruler(Text lead, Text title) {
    KRAIT_TRY(out_.append_repeated("  ", depth_));
    KRAIT_TRY(out_.append(lead, "+---------------- "));
    return out_.append(title, " ----------------\n");
}

Status Printer::members(Value group) {
    Value all = KRAIT_TRY(get_attr_or(in_, group, "exceptions"_sym, none()));
    if (!is<Tuple>(all)) return kOk;
    usize count = as<Tuple>(all)->size(), shown = std::min(count, kMaxMembers);
    for (usize i = 0; i < shown; ++i) {
        bool last = i + 1 == count;
        if (last) must_close_ = true;
        Str* number = KRAIT_TRY(format_str(in_, "{}", i + 1));
        KRAIT_TRY(ruler(i ? "  " : "+-", number->view()));
        ++depth_;
        KRAIT_TRY(chain(as<Tuple>(all)->items_[i]));
        --depth_;
    }
    if (shown < count) {
        must_close_ = true;
        KRAIT_TRY(ruler("  ", "..."));
        ++depth_;
        Str* rest = KRAIT_TRY(format_str(in_, "and {} more exception{}\n", count - shown,
                                         count - shown == 1 ? "" : "s"));
        KRAIT_TRY(lines(rest->view()));
        --depth_;
    }
    if (!must_close_) return kOk;
    must_close_ = false;
    KRAIT_TRY(out_.append_repeated("  ", depth_ + 1));
    return out_.append("+------------------------------------\n");
}

// sys.tracebacklimit; without one a number that no traceback reaches.
isize traceback_limit(Interp& in) {
    const Value sys = dict_get(in.modules(), "sys"_sym);
    const Value limit =
        sys && is_exact<Module>(sys) ? module_get(as<Module>(sys), "tracebacklimit"_sym) : Value();
    return limit.is_int() ? limit.as_int() : std::numeric_limits<i32>::max();
}

Status Printer::places(std::span<const Value> list, StrBuilder& text) {
    const auto limit = static_cast<usize>(std::max(traceback_limit(in_), isize{0}));
    const usize count = list.size() / kTracebackStride, shown = std::min(count, limit);
    usize at = source_.style() == TracebackStyle::Brief ? count : shown;
    Places out(in_, source_, text);
    for (usize i = 0; i < shown; ++i) KRAIT_TRY(out.append(list.data() + --at * kTracebackStride));
    return out.finish();
}

Status Printer::one(Value exception) {
    if (!in_.check_stack()) return {};
    auto* e = as<Exception>(exception);
    bool group = is_instance(exception, &kBaseExceptionGroup);
    bool outermost = group && depth_ == 0;
    if (outermost) ++depth_;
    StrBuilder text(in_);
    const bool has_places = e->traceback && e->traceback->size() && traceback_limit(in_) > 0;
    // In the brief style the place of a syntax error is one of the traceback.
    if (!has_places && source_.style() == TracebackStyle::Brief &&
        is_instance(exception, &kSyntaxError))
        KRAIT_TRY(lines("Traceback (most recent call last):\n"));
    if (has_places) {
        KRAIT_TRY(lines(group ? "Exception Group Traceback (most recent call last):\n"
                              : "Traceback (most recent call last):\n",
                        outermost ? "+ " : "| "));
        KRAIT_TRY(places(e->traceback->span(), text));
    }
    KRAIT_TRY(append_head(in_, exception, source_, text));
    KRAIT_TRY(lines(text.view()));
    if (group) KRAIT_TRY(members(exception));
    if (outermost) --depth_;
    return kOk;
}

Status Printer::chain(Value exception) {
    // From the newest to the oldest; printed the other way round.
    List* chain = KRAIT_TRY(new_list(in_));
    for (Value e = exception; e && is<Exception>(e) && chain->size() < 64;) {
        auto* object = as<Exception>(e);
        bool seen = false;
        for (usize i = 0; i < chain->size(); i += 2) seen = seen || chain->begin()[i] == e;
        if (seen) break;
        bool by_cause = bool(object->cause);
        KRAIT_TRY(list_append(in_, chain, e));
        KRAIT_TRY(list_append(in_, chain, from_bool(by_cause)));
        e = by_cause ? object->cause : object->suppress_context ? Value() : object->context;
    }
    for (usize i = chain->size(); i >= 2; i -= 2) {
        KRAIT_TRY(one(chain->begin()[i - 2]));
        if (i == 2) break;
        KRAIT_TRY(lines(
            chain->begin()[i - 3] == true_()
                ? "\nThe above exception was the direct cause of the following exception:\n\n"
                : "\nDuring handling of the above exception, another exception occurred:\n\n"));
    }
    return kOk;
}

}  // namespace

Status format_exception(Interp& in, Value exception, StrBuilder& out, TracebackStyle style) {
    return Printer(in, out, style).chain(exception);
}

void print_exception(Interp& in, Value exception) {
    Value outer = in.take_pending();
    StrBuilder out(in);
    bool complete = bool(format_exception(in, exception, out));
    hal::Console* console = in.board() ? &in.board()->console() : nullptr;
    auto write = [&](Text text) {
        if (console) (void)hal::write_text(*console, text, true);
    };
    if (complete) {
        write(out.view());
    } else {  // no memory for the text: at least the name
        (void)in.take_pending();
        write(type_of(exception)->name->view());
        write("\n");
    }
    in.set_pending(outer);
}

}  // namespace krait
