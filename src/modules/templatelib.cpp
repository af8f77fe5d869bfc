// The module string.templatelib: the types of t-strings, and convert().
#include "core/bind.hpp"
#include "modules/modules.hpp"
#include "objects/template.hpp"

namespace krait {

namespace {

// What the conversion of a field (`!r`) makes of its value; None: the value itself.
Value templatelib_convert(Interp& in, Value value, Value conversion) {
    if (is_none(conversion)) return value;
    const std::string_view how = is<Str>(conversion) ? as<Str>(conversion)->view() : "";
    if (how == "s") return to_str(in, value).take();
    if (how == "r") return krait::repr(in, value).take();
    if (how == "a") return ascii(in, value).take();
    return raise(in, kValueError, "invalid conversion specifier: {}", conversion);
}

constexpr Row kRows[] = {
    constant<"Interpolation">(&Interpolation::kType),
    constant<"Template">(&Template::kType),
    def<"convert(obj, conversion, /)", templatelib_convert>,
};

}  // namespace

constinit const ModuleDef kTemplatelibModule{.name = "string.templatelib"_sym, .rows = kRows};

}  // namespace krait
