#include "compiler/diagnostics.hpp"

#include <cstring>

namespace krait {

void Diagnostics::report_pieces(DiagnosticKind kind, Span span,
                                std::span<const std::string_view> pieces) {
    if (has_error()) return;
    first_ = {kind, span, pieces.front(), {}};
    if (pieces.size() == 1) return;
    usize size = 0;
    for (std::string_view piece : pieces) size += piece.size();
    char* text = arena_.array<char>(size);
    if (!text) {  // the arena's failure is the error then
        first_.kind = DiagnosticKind::MemoryError;
        return;
    }
    first_.message = {text, size};
    for (std::string_view piece : pieces) {
        std::memcpy(text, piece.data(), piece.size());
        text += piece.size();
    }
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
