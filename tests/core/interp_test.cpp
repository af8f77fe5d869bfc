// The interpreter as a whole: what its start costs, its independence, its C stack.
#include "core/class.hpp"
#include "interp_fixture.hpp"

namespace krait {
namespace {

class InterpAsAWhole : public InterpTest {};

TEST_F(InterpAsAWhole, StartTakesLessThanOneKilobyte) { EXPECT_LT(in.heap().stats().used, 1024u); }

TEST_F(InterpAsAWhole, InterpretersDoNotSeeEachOther) {
    auto other_region = std::make_unique<Region>();
    Interp other{config(other_region->bytes)};
    Str* mine = KRAIT_MUST(intern(in, "a name of nobody else"), "large");
    Str* theirs = KRAIT_MUST(intern(other, "a name of nobody else"), "large");
    EXPECT_NE(mine, theirs);
    (void)raise(other, kValueError, "x");
    EXPECT_FALSE(in.has_pending());
    EXPECT_TRUE(other.has_pending());
}

Value nest(Interp& in, int depth) {
    Value inner = none();
    for (int i = 0; i < depth; ++i) {
        List* outer = KRAIT_MUST(new_list(in), "large");
        KRAIT_MUST(list_append(in, outer, inner), "large");
        inner = Value(outer);
    }
    return inner;
}

TEST_F(InterpAsAWhole, DeepDataEndsInRecursionError) {
    Value a = nest(in, 3000), b = nest(in, 3000);
    EXPECT_FALSE(bool(repr(in, a)));
    EXPECT_EQ(error(), "RecursionError: maximum recursion depth exceeded");
    EXPECT_FALSE(bool(equal(in, a, b)));
    EXPECT_EQ(error().substr(0, 14), "RecursionError");
}

TEST_F(InterpAsAWhole, SafePointsServeWhatIsRequested) {
    in.request(kReasonInterrupt);
    EXPECT_FALSE(bool(in.serve_safe_point()));
    EXPECT_EQ(error(), "KeyboardInterrupt");
    int served = 0;
    auto serve = [](Interp&, void* context) -> Status {
        ++*static_cast<int*>(context);
        return kOk;
    };
    in.set_handler(kReasonCallback, serve, &served);
    in.request(kReasonCallback);
    EXPECT_TRUE(bool(in.serve_safe_point()));
    EXPECT_TRUE(bool(in.serve_safe_point()));
    EXPECT_EQ(served, 1);
}

}  // namespace
}  // namespace krait
