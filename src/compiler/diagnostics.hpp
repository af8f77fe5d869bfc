// What is wrong with a source: the first error that lexer, parser or scope pass finds.
//
// A compilation stops at its first error, so there is one Diagnostic a compilation and it keeps
// what came first. The message lives in the arena or in read-only memory.
#pragma once

#include "base/arena.hpp"
#include "compiler/position.hpp"

namespace krait {

enum class DiagnosticKind : u8 {
    None,
    SyntaxError,
    IndentationError,
    TabError,
    RecursionError,   // nested too deeply for the C stack
    MemoryError,      // the arena is full
    IncompleteInput,  // mode Single: more lines may make it right
    // Of viper functions; these know the function's name.
    ViperTypeError,
    ViperNotImplemented,
    ViperSyntaxError,
};

struct Diagnostic {
    DiagnosticKind kind = DiagnosticKind::None;
    Span span;  // end equal to start: one place only; before it: none
    std::string_view message;
    std::string_view function = {};
};

// Says the line, and no place in it.
inline Span nowhere_in_line(Position position) { return {position, Position(position.line(), 0)}; }

// What is likely to be a mistake, though it is correct: printed when the source is compiled.
struct SyntaxWarningNote {
    Position position;
    std::string_view message;
    SyntaxWarningNote* next;
};

// Collects the first error, and the warnings.
class Diagnostics {
  public:
    explicit Diagnostics(Arena& arena) : arena_(arena) {}

    bool has_error() const { return first_.kind != DiagnosticKind::None; }
    const Diagnostic& first() const { return first_; }

    // Reports an error whose message is the pieces in a row; nothing if there was one before.
    template <class... Pieces>
    void report(DiagnosticKind kind, Span span, Pieces... pieces) {
        const std::string_view texts[] = {std::string_view(pieces)...};
        report_pieces(kind, span, texts);
    }

    // Says what function the first error is in.
    void set_function(std::string_view name) { first_.function = name; }

    // Adds a warning; the same one at the same place only once, as text may be read twice.
    template <class... Pieces>
    void warn(Position position, Pieces... pieces) {
        const std::string_view texts[] = {std::string_view(pieces)...};
        warn_pieces(position, texts);
    }
    const SyntaxWarningNote* warnings() const { return first_warning_; }

    // Replaces or forgets what was reported: for errors that a later look explains better, and for
    // reading ahead.
    void restore(const Diagnostic& earlier) { first_ = earlier; }

  private:
    void report_pieces(DiagnosticKind kind, Span span, std::span<const std::string_view> pieces);
    void warn_pieces(Position position, std::span<const std::string_view> pieces);
    bool join(std::span<const std::string_view> pieces, std::string_view& out);

    Arena& arena_;
    Diagnostic first_;
    SyntaxWarningNote* first_warning_ = nullptr;
    SyntaxWarningNote* last_warning_ = nullptr;
};

// A number as text, for messages.
class NumberText {
  public:
    explicit NumberText(u32 number, u32 base = 10, u32 least_digits = 1);
    operator std::string_view() const { return {text_ + start_, sizeof(text_) - start_}; }

  private:
    char text_[12];
    u8 start_;
};

// How deep recursion may go: down to an address of the C stack.
struct RecursionLimit {
    const char* lowest_stack_address = nullptr;

    bool ok() const {
        return static_cast<const char*>(__builtin_frame_address(0)) > lowest_stack_address;
    }
    // A limit of so many bytes from here downward.
    static RecursionLimit below_here(usize bytes) {
        const char* here = static_cast<const char*>(__builtin_frame_address(0));
        return {here - bytes};
    }
};

}  // namespace krait
