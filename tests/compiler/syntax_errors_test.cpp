// Wrong programs get CPython's message, at CPython's place save where ours is more exact.
#include <gtest/gtest.h>

#include "compiler/scopes.hpp"
#include "front.hpp"

namespace krait {
namespace {

struct WrongProgram {
    const char* text;
    std::string_view kind;
    u32 line;
    int column;
    std::string_view message;
};

const WrongProgram kPrograms[] = {
#include "syntax_errors.inc"
};

// Where CPython points at a neighbour of what is wrong: the value behind it, the column before the
// indentation, the token behind.
constexpr std::string_view kElsewhere[] = {"attribute name", "unexpected indent",
                                           "inconsistent use of tabs"};
constexpr std::string_view kElsewherePrograms[] = {"@a", "1__a"};

bool points_elsewhere(const WrongProgram& program) {
    for (std::string_view part : kElsewhere)
        if (program.message.find(part) != part.npos) return true;
    for (std::string_view text : kElsewherePrograms)
        if (program.text == text) return true;
    return false;
}

TEST(SyntaxErrors, ReadAsInCPython) {
    for (const WrongProgram& program : kPrograms) {
        Front front(program.text);
        if (front.module) {
            ScopeAnalysis scopes(front.arena, front.names, front.diagnostics,
                                 RecursionLimit::below_here(64 * 1024));
            scopes.run(front.module);
        }
        const Diagnostic& error = front.diagnostics.first();
        EXPECT_EQ(error.message, program.message) << program.text;
        EXPECT_EQ(describe(error).substr(0, program.kind.size()), program.kind) << program.text;
        EXPECT_EQ(error.span.start.line(), program.line) << program.text;
        if (points_elsewhere(program)) continue;
        EXPECT_EQ(static_cast<int>(error.span.start.column()) + 1, program.column) << program.text;
    }
}

TEST(SyntaxErrors, OfOurOwn) {
    EXPECT_EQ(
        parse("x = '\\N{BULLET}'"),
        "SyntaxError 1:4 (unicode error) 'unicodeescape' codec can't decode bytes in position "
        "0-1: \\N{...} escapes are not supported");
    EXPECT_EQ(parse("match a:\n case {**a, 'b': 1}: pass"),
              "SyntaxError 2:7 double star pattern must be the last (right-most) subpattern in a "
              "mapping pattern");
    EXPECT_EQ(parse("x = 1\n\xff"),
              "SyntaxError 2:0 (unicode error) 'utf-8' codec can't decode byte 0xFF in position 6: "
              "invalid start byte");
    EXPECT_EQ(parse(std::string("x = \0y", 6)),
              "SyntaxError 1:4 source code cannot contain null bytes");
    EXPECT_EQ(parse("x =\x01 1"), "SyntaxError 1:3 invalid non-printable character U+0001");
}

}  // namespace
}  // namespace krait
