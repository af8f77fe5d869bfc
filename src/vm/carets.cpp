#include "vm/carets.hpp"

#include "base/utf8.hpp"

namespace krait {

using Text = std::string_view;

namespace {

// The instruction that the byte at `offset` belongs to: tracebacks know callers by its last byte.
Opcode opcode_at(const Code* code, u32 offset, const u8*& instruction) {
    u32 at = 0;
    for (;;) {
        const u32 size = info_of(static_cast<Opcode>(code->start[at])).size;
        if (offset < at + size || at + size >= code->size) break;
        at += size;
    }
    instruction = code->start + at;
    return static_cast<Opcode>(*instruction);
}

// The operator as it is written; empty: the instruction is none.
Text operator_text(const u8* instruction) {
    switch (static_cast<Opcode>(*instruction)) {
        case Opcode::Add:
        case Opcode::AddInt: return "+";
        case Opcode::Sub:
        case Opcode::SubInt: return "-";
        case Opcode::Mul: return "*";
        case Opcode::TrueDiv: return "/";
        case Opcode::FloorDiv: return "//";
        case Opcode::Mod: return "%";
        case Opcode::And: return "&";
        case Opcode::Or: return "|";
        case Opcode::Xor: return "^";
        case Opcode::LShift: return "<<";
        case Opcode::RShift: return ">>";
        case Opcode::Binary: break;
        default: return {};
    }
    switch (static_cast<BinaryOp>(instruction[4])) {
        case BinaryOp::Pow: return "**";
        case BinaryOp::MatMul: return "@";
        default: return {};
    }
}

bool is_subscript(Opcode op) {
    return op == Opcode::GetItem || op == Opcode::GetItemInt || op == Opcode::SetItem ||
           op == Opcode::DeleteItem || op == Opcode::GetSlice || op == Opcode::SetSlice;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<u8>(c) >= 0x80;
}

// Goes through the outermost level of an expression, past brackets and strings.
class Scan {
  public:
    explicit Scan(Text text) : text_(text) {}

    bool done() const { return at_ >= text_.size() || text_[at_] == '#'; }
    usize at() const { return at_; }
    usize depth() const { return depth_; }
    bool is_outside() const { return depth_ == 0; }
    // An operator here would stand between two operands, not before one.
    bool is_behind_operand() const { return is_behind_operand_; }
    bool sees(Text op) const { return text_.substr(at_).starts_with(op); }
    // Past one character, one string or one run of operator characters' first.
    void step() {
        const char c = text_[at_];
        if (c == '"' || c == '\'') return skip_string(c);
        if (c == '(' || c == '[' || c == '{') ++depth_;
        if ((c == ')' || c == ']' || c == '}') && depth_) --depth_;
        if (!is_blank(c))
            is_behind_operand_ = is_word(c) || c == ')' || c == ']' || c == '}' || c == '.';
        ++at_;
    }
    void skip(usize bytes) {
        at_ += bytes;
        is_behind_operand_ = false;
    }

  private:
    void skip_string(char quote) {
        const Text three = text_.substr(at_, 3);
        const bool is_triple = three.size() == 3 && three[1] == quote && three[2] == quote;
        const usize size = is_triple ? 3 : 1;
        const Text end = text_.substr(at_, size);
        for (at_ += size; at_ < text_.size() && text_.substr(at_, size) != end; ++at_)
            if (text_[at_] == '\\') ++at_;
        at_ = std::min(at_ + size, text_.size());
        is_behind_operand_ = true;
    }

    Text text_;
    usize at_ = 0, depth_ = 0;
    bool is_behind_operand_ = false;
};

constexpr Text kOperators[] = {"**", "//", "<<", ">>", "==", "!=", "<=", ">=", "+",
                               "-",  "*",  "/",  "%",  "@",  "&",  "|",  "^"};

// The last operator of that name at the outer level (the first of `**`, which binds to the right).
Anchor find_operator(Text segment, Text wanted) {
    Anchor found;
    for (Scan scan(segment); !scan.done();) {
        Text here;
        if (scan.is_outside() && scan.is_behind_operand())
            for (Text op : kOperators)
                if (here.empty() && scan.sees(op)) here = op;
        if (here == wanted) {
            found = {scan.at(), scan.at() + here.size()};
            if (wanted == "**") return found;
        }
        if (here.empty())
            scan.step();
        else
            scan.skip(here.size());
    }
    return found;
}

// The last brackets at the outer level.
Anchor find_brackets(Text segment) {
    Anchor found;
    usize open = 0;
    for (Scan scan(segment); !scan.done();) {
        if (scan.is_outside() && scan.sees("[") && scan.is_behind_operand()) open = scan.at();
        scan.step();
        if (open && scan.is_outside() && segment[scan.at() - 1] == ']') {
            found = {open, scan.at()};
            open = 0;
        }
    }
    return found;
}

struct Wide {
    u32 first, last;
};

// East Asian wide and full-width characters, and the pictures shown like them.
constexpr Wide kWide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x2E80, 0x303E},
    {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97C},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6B},
    {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CD5}, {0x1B000, 0x1B2FB},
    {0x1F300, 0x1F320}, {0x1F32D, 0x1F393}, {0x1F3A0, 0x1F3F0}, {0x1F400, 0x1F4FC},
    {0x1F500, 0x1F53D}, {0x1F550, 0x1F567}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5},
    {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

// A parenthesis that ends the range's last operand belongs to it.
usize with_closing(Text line, usize from, usize to) {
    Scan scan(line.substr(from, to - from));
    while (!scan.done()) scan.step();
    for (usize open = scan.depth(), at = to; open && at < line.size(); ++at) {
        if (line[at] == ')') {
            to = at + 1;
            --open;
        } else if (!is_blank(line[at])) {
            break;
        }
    }
    return to;
}

}  // namespace

Anchor find_anchor(Text segment, const Code* code, u32 offset) {
    const u8* instruction;
    const Opcode op = opcode_at(code, offset, instruction);
    if (is_subscript(op)) return find_brackets(segment);
    const Text name = operator_text(instruction);
    return name.empty() ? Anchor() : find_operator(segment, name);
}

usize display_width(Text text) {
    const Bytes bytes{reinterpret_cast<const u8*>(text.data()), text.size()};
    if (!utf8::check(bytes).ok()) return text.size();
    usize width = 0;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        const u32 c = utf8::take(at);
        ++width;
        for (const Wide& range : kWide)
            if (c >= range.first && c <= range.last) ++width;
    }
    return width;
}

Status append_marks(StrBuilder& out, Text line, usize indent, const Code* code, u32 offset) {
    const SourcePosition position = position_at(code, offset);
    if (position.column < 0) return kOk;
    const auto from = static_cast<usize>(position.column);
    const bool goes_on = position.end_column < 0;  // on other lines
    if (from < indent || from >= line.size()) return kOk;
    usize to = goes_on ? line.size() : static_cast<usize>(position.end_column);
    if (to <= from || to > line.size()) return kOk;
    if (!goes_on) to = with_closing(line, from, to);
    const Anchor anchor =
        goes_on ? Anchor() : find_anchor(line.substr(from, to - from), code, offset);
    if (!anchor && from == indent && to == line.size()) return kOk;  // the whole line: no news
    KRAIT_TRY(out.append("    "));
    KRAIT_TRY(out.append_repeated(" ", display_width(line.substr(indent, from - indent))));
    auto mark = [&](Text with, usize start, usize end) {
        return out.append_repeated(with, display_width(line.substr(start, end - start)));
    };
    if (!anchor) {
        KRAIT_TRY(mark("^", from, to));
    } else {
        KRAIT_TRY(mark("~", from, from + anchor.from));
        KRAIT_TRY(mark("^", from + anchor.from, from + anchor.to));
        KRAIT_TRY(mark("~", from + anchor.to, to));
    }
    return out.append("\n");
}

}  // namespace krait
