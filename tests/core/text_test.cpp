#include "core/text.hpp"

#include "core/str_builder.hpp"
#include "core/suggest.hpp"
#include "interp_fixture.hpp"

namespace krait {
namespace {

class TextTest : public InterpTest {
  protected:
    Str* s(std::string_view text) { return KRAIT_MUST(new_str(in, text), "heap"); }
};

TEST_F(TextTest, ShortStringsAreShared) {
    EXPECT_EQ(s(""), empty_str());
    EXPECT_EQ(s("a"), s("a"));
    EXPECT_EQ(KRAIT_MUST(str_of_code_point(in, 'z'), "heap"), "z"_sym);
    EXPECT_EQ(text(KRAIT_MUST(str_of_code_point(in, 0x20AC), "heap")), "€");
}

TEST_F(TextTest, CutsByCharacters) {
    Str* word = s("Überraschungö€!");
    EXPECT_EQ(str_length(word), 15u);
    EXPECT_EQ(text(KRAIT_MUST(str_at(in, word, 0), "heap")), "Ü");
    EXPECT_EQ(text(KRAIT_MUST(str_slice(in, word, 11, 14), "heap")), "gö€");
    EXPECT_EQ(KRAIT_MUST(str_slice(in, word, 0, 15), "heap"), word);
    Str* ascii = s("plain text");
    EXPECT_EQ(text(KRAIT_MUST(str_slice(in, ascii, 2, 7), "heap")), "ain t");
    EXPECT_EQ(KRAIT_MUST(str_slice(in, ascii, 3, 3), "heap"), empty_str());
}

TEST_F(TextTest, JoinsAndRepeats) {
    EXPECT_EQ(text(KRAIT_MUST(str_concat(in, s("ab"), s("cd")), "heap")), "abcd");
    EXPECT_EQ(text(KRAIT_MUST(str_repeat(in, s("abc"), 5), "heap")), "abcabcabcabcabc");
    EXPECT_EQ(KRAIT_MUST(str_repeat(in, s("abc"), -1), "heap"), empty_str());
    EXPECT_FALSE(str_repeat(in, s("abc"), std::numeric_limits<isize>::max()));
    EXPECT_EQ(error(), "MemoryError");
}

TEST_F(TextTest, ComparesByCodePoints) {
    EXPECT_LT(str_compare(s("abc"), s("abd")), 0);
    EXPECT_LT(str_compare(s("ab"), s("abc")), 0);
    EXPECT_GT(str_compare(s("€"), s("ö")), 0);
    EXPECT_TRUE(str_equal(s("one two"), s("one two")));
}

TEST_F(TextTest, BuilderGrowsAndEndsExactly) {
    StrBuilder out(in);
    std::string expected;
    for (int i = -50; i < 500; ++i) {
        ASSERT_TRUE(out.append_int(i));
        ASSERT_TRUE(out.append_code_point(0x20AC));
        expected += std::to_string(i) + "€";
    }
    ASSERT_TRUE(out.append_repeated("ab", 3));
    ASSERT_TRUE(out.append_unsigned(255, 16, 4));
    Str* text = KRAIT_MUST(out.finish(), "heap");
    expected += "ababab00ff";
    EXPECT_EQ(text->view(), expected);
    EXPECT_EQ(text->hash(), hash_text(expected));
    EXPECT_EQ(text->data()[text->size()], '\0');
    EXPECT_EQ(KRAIT_MUST(StrBuilder(in).finish(), "heap"), empty_str());
}

TEST_F(TextTest, FormatsMessages) {
    (void)raise(in, kValueError, "{} is not {} of {}, {}", s("x y"), 42, TextArg::type_name(none()),
                Value(s("q")));
    EXPECT_EQ(error(), "ValueError: x y is not 42 of NoneType, 'q'");
    (void)raise_os_error(in, 2, s("some file"));
    EXPECT_TRUE(is_instance(in.pending(), &kFileNotFoundError));
    (void)in.take_pending();
    (void)raise_key_error(in, s("k"));
    EXPECT_EQ(error(), "KeyError: k");
}

TEST_F(TextTest, FindsNearNames) {
    const auto nearest = [&](std::string_view wanted) {
        NearestName names(wanted);
        for (const Str* name : {"append"_sym, "extend"_sym, "insert"_sym, "pop"_sym})
            names.consider(name);
        return names.best() ? std::string(names.best()->view()) : "";
    };
    EXPECT_EQ(nearest("appned"), "append");
    EXPECT_EQ(nearest("Append"), "append");
    EXPECT_EQ(nearest("insort"), "insert");
    EXPECT_EQ(nearest("quite different"), "");
    EXPECT_EQ(nearest("append"), "");
}

}  // namespace
}  // namespace krait
