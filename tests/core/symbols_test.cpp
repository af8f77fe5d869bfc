#include "core/symbols.hpp"

#include "core/text.hpp"
#include "interp_fixture.hpp"

namespace krait {
namespace {

const Str* find(std::string_view text) { return find_rom_symbol(text, hash_text(text)); }

// Guards what symbols.ld takes for granted of the mangling of names.
TEST(RomSymbols, AreFoundByTheirText) {
    EXPECT_EQ(find("find"), "find"_sym);
    EXPECT_EQ(find("a"), "a"_sym);
    EXPECT_EQ(find("a name of more than forty characters, all told"),
              "a name of more than forty characters, all told"_sym);
    EXPECT_EQ(find(""), ""_sym);
    EXPECT_EQ(find("no such name anywhere"), nullptr);
    EXPECT_EQ(find(std::string(500, 'x')), nullptr);
}

TEST(RomSymbols, KnowTheirTextAndHash) {
    EXPECT_EQ("find"_sym->view(), "find");
    EXPECT_EQ("find"_sym->hash(), hash_text("find"));
    EXPECT_TRUE("find"_sym->is_interned());
    EXPECT_TRUE("find"_sym->is_ascii());
    EXPECT_FALSE("größe"_sym->is_ascii());
}

TEST(RomSymbols, HoldTheCharacters) {
    for (int c = 0; c < 128; ++c) {
        const char text[] = {static_cast<char>(c)};
        EXPECT_EQ(find({text, 1}), char_str(static_cast<u8>(c)));
    }
}

class SymbolTableTest : public InterpTest {
  protected:
    Str* intern_text(std::string_view text) { return KRAIT_MUST(intern(in, text), "heap"); }
};

TEST_F(SymbolTableTest, GivesOneStringForOneText) {
    EXPECT_EQ(intern_text("find"), "find"_sym);
    Str* first = intern_text("found at run time");
    EXPECT_TRUE(first->is_interned());
    EXPECT_EQ(intern_text("found at run time"), first);
    Str* other = KRAIT_MUST(copy_str(in, "found at run time"), "heap");
    EXPECT_NE(other, first);
    EXPECT_EQ(KRAIT_MUST(intern(in, other), "heap"), first);
    Str* fresh = KRAIT_MUST(copy_str(in, "in nobody's code"), "heap");
    EXPECT_EQ(KRAIT_MUST(intern(in, fresh), "heap"), fresh);
}

[[gnu::noinline]] void intern_many(Interp& in, int from, int count) {
    for (int i = from; i < from + count; ++i)
        KRAIT_MUST(intern(in, "dynamic name " + std::to_string(i)), "heap");
}

TEST_F(SymbolTableTest, KeepsNothingAlive) {
    Str* held = intern_text("a name that is held");
    for (int round = 0; round < 20; ++round) {
        intern_many(in, round * 1000, 1000);
        in.heap().collect();
    }
    EXPECT_LT(in.symbols().live, 2000u);
    EXPECT_LT(in.symbols().capacity, 16384u);
    EXPECT_EQ(intern_text("a name that is held"), held);
    EXPECT_FALSE(in.has_pending());
}

}  // namespace
}  // namespace krait
