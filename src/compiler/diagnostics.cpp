#include "compiler/diagnostics.hpp"

#include <cstring>

namespace krait {

void Diagnostics::report_pieces(DiagnosticKind kind, Span span,
                                std::span<const std::string_view> pieces) {
    if (has_error()) return;
    first_ = {kind, span, {}, {}};
    // The arena's failure is the error then.
    if (!join(pieces, first_.message)) first_.kind = DiagnosticKind::MemoryError;
}

void Diagnostics::warn_pieces(Position position, std::span<const std::string_view> pieces) {
    std::string_view message;
    if (!join(pieces, message)) return;
    for (auto* known = first_warning_; known; known = known->next)
        if (known->position == position && known->message == message) return;
    auto* note = arena_.make<SyntaxWarningNote>(position, message, nullptr);
    if (!note) return;
    (last_warning_ ? last_warning_->next : first_warning_) = note;
    last_warning_ = note;
}

// The pieces as one text, in the arena if there are several.
bool Diagnostics::join(std::span<const std::string_view> pieces, std::string_view& out) {
    out = pieces.front();
    if (pieces.size() == 1) return true;
    usize size = 0;
    for (std::string_view piece : pieces) size += piece.size();
    char* text = arena_.array<char>(size);
    if (!text) return false;
    out = {text, size};
    for (std::string_view piece : pieces) {
        std::memcpy(text, piece.data(), piece.size());
        text += piece.size();
    }
    return true;
}

NumberText::NumberText(u32 number, u32 base, u32 least_digits) : start_(sizeof(text_)) {
    u32 digits = 0;
    while (number || digits < least_digits) {
        text_[--start_] = "0123456789ABCDEF"[number % base];
        number /= base;
        ++digits;
    }
}

}  // namespace krait
