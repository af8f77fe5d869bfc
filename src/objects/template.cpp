#include "objects/template.hpp"

#include "core/bind.hpp"
#include "core/interp.hpp"
#include "core/str_builder.hpp"
#include "objects/generic.hpp"

namespace krait {

// --- Interpolation -------------------------------------------------------------------------------

Result<Interpolation*> new_interpolation(Interp& in, const Tuple* parts) {
    Interpolation* out = KRAIT_TRY(in.make<Interpolation>());
    out->value = parts->items_[0];
    out->expression = parts->items_[1];
    out->conversion = parts->items_[2];
    out->format_spec = parts->items_[3];
    return out;
}

namespace {

Value interpolation_construct(Interp& in, const Type*, const CallArgs& args) {
    Value value, expression, conversion, spec;
    KRAIT_TRY((parse_args<"(value, expression='', conversion=None, format_spec='')">(
        in, "Interpolation"_sym, args, value, expression, conversion, spec)));
    if (!is<Str>(expression) || !is<Str>(spec))
        return raise(in, kTypeError, "Interpolation() argument must be str, not {}",
                     TextArg::type_name(is<Str>(expression) ? spec : expression));
    const bool known = is<Str>(conversion) &&
                       (as<Str>(conversion)->view() == "s" || as<Str>(conversion)->view() == "r" ||
                        as<Str>(conversion)->view() == "a");
    if (!is_none(conversion) && !known)
        return raise(in, kValueError,
                     "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
    const Value parts[] = {value, expression, conversion, spec};
    return KRAIT_TRY(new_interpolation(in, KRAIT_TRY(new_tuple(in, parts))));
}

Value interpolation_repr(Interp& in, Value self) {
    if (!in.check_stack()) return {};
    auto* i = as<Interpolation>(self);
    return KRAIT_TRY(format_str(in, "Interpolation({}, {}, {}, {})", i->value, i->expression,
                                i->conversion, i->format_spec));
}

void interpolation_trace(Object* self, Marker& marker) {
    auto* i = static_cast<Interpolation*>(self);
    for (Value v : {i->value, i->expression, i->conversion, i->format_spec}) marker.value(v);
}

constexpr Slots kInterpolationSlots{
    .repr = interpolation_repr, .construct = interpolation_construct, .trace = interpolation_trace};

Value interpolation_value(Interpolation* self) { return self->value; }
Value interpolation_expression(Interpolation* self) { return self->expression; }
Value interpolation_conversion(Interpolation* self) { return self->conversion; }
Value interpolation_format_spec(Interpolation* self) { return self->format_spec; }

constexpr Row kInterpolationRows[] = {
    getter<"value", interpolation_value>,
    getter<"expression", interpolation_expression>,
    getter<"conversion", interpolation_conversion>,
    getter<"format_spec", interpolation_format_spec>,
    kClassGetItem,
};

}  // namespace

// --- Template ------------------------------------------------------------------------------------

namespace {

// Collects the parts of a template.
class Parts {
  public:
    explicit Parts(Interp& in) : in_(in), text_(in) {}
    Status begin() {
        strings_ = KRAIT_TRY(new_list(in_));
        fields_ = KRAIT_TRY(new_list(in_));
        return kOk;
    }
    Status add(Value part) {
        if (is<Str>(part)) return text_.append(as<Str>(part));
        if (!is<Interpolation>(part))
            return raise(in_, kTypeError,
                         "Template.__new__ *args need to be of type 'str' or 'Interpolation', "
                         "got {}",
                         TextArg::type_name(part));
        KRAIT_TRY(end_text());
        return list_append(in_, fields_, part);
    }
    Result<Template*> finish() {
        KRAIT_TRY(end_text());
        Tuple* strings = KRAIT_TRY(new_tuple(in_, strings_->span()));
        Tuple* fields = KRAIT_TRY(new_tuple(in_, fields_->span()));
        Template* out = KRAIT_TRY(in_.make<Template>());
        out->strings = strings;
        out->interpolations = fields;
        return out;
    }

  private:
    Status end_text() { return list_append(in_, strings_, KRAIT_TRY(text_.finish())); }

    Interp& in_;
    StrBuilder text_;
    List* strings_ = nullptr;
    List* fields_ = nullptr;
};

Status add_template(Parts& parts, const Template* t) {
    for (usize i = 0; i < t->strings->size_; ++i) {
        KRAIT_TRY(parts.add(t->strings->items_[i]));
        if (i < t->interpolations->size_) KRAIT_TRY(parts.add(t->interpolations->items_[i]));
    }
    return kOk;
}

Value template_construct(Interp& in, const Type*, const CallArgs& args) {
    if (args.named) return raise(in, kTypeError, "Template.__new__ only accepts *args arguments");
    return KRAIT_TRY(new_template(in, {args.values, args.positional}));
}

Value template_repr(Interp& in, Value self) {
    if (!in.check_stack()) return {};
    auto* t = as<Template>(self);
    return KRAIT_TRY(format_str(in, "Template(strings={}, interpolations={})", Value(t->strings),
                                Value(t->interpolations)));
}

Value template_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (op != BinaryOp::Add || !is<Template>(lhs) || !is<Template>(rhs)) return not_implemented();
    Parts parts(in);
    KRAIT_TRY(parts.begin());
    KRAIT_TRY(add_template(parts, as<Template>(lhs)));
    KRAIT_TRY(add_template(parts, as<Template>(rhs)));
    return KRAIT_TRY(parts.finish());
}

// The texts that are not empty, and the interpolations, in their order.
Value template_iter(Interp& in, Value self) {
    auto* t = as<Template>(self);
    List* items = KRAIT_TRY(new_list(in));
    for (usize i = 0; i < t->strings->size_; ++i) {
        if (as<Str>(t->strings->items_[i])->size())
            KRAIT_TRY(list_append(in, items, t->strings->items_[i]));
        if (i < t->interpolations->size_)
            KRAIT_TRY(list_append(in, items, t->interpolations->items_[i]));
    }
    return iterate(in, items);
}

void template_trace(Object* self, Marker& marker) {
    auto* t = static_cast<Template*>(self);
    marker.object(t->strings);
    marker.object(t->interpolations);
}

constexpr Slots kTemplateSlots{.repr = template_repr,
                               .iter = template_iter,
                               .binary = template_binary,
                               .construct = template_construct,
                               .trace = template_trace};

Value template_strings(Template* self) { return self->strings; }
Value template_interpolations(Template* self) { return self->interpolations; }
Value template_values(Interp& in, Template* self) {
    Tuple* out = KRAIT_TRY(new_tuple(in, self->interpolations->size_));
    for (usize i = 0; i < out->size_; ++i)
        out->items_[i] = as<Interpolation>(self->interpolations->items_[i])->value;
    return out;
}

constexpr Row kTemplateRows[] = {
    getter<"strings", template_strings>,
    getter<"interpolations", template_interpolations>,
    getter<"values", template_values>,
};

}  // namespace

Result<Template*> new_template(Interp& in, std::span<const Value> parts) {
    Parts collected(in);
    KRAIT_TRY(collected.begin());
    for (Value part : parts) KRAIT_TRY(collected.add(part));
    return collected.finish();
}

constinit const BuiltinType Interpolation::kType{{.name = "Interpolation"_sym,
                                                  .slots = &kInterpolationSlots,
                                                  .rows = kInterpolationRows,
                                                  .flags = kFinal,
                                                  .size = sizeof(Interpolation)}};
constinit const BuiltinType Template::kType{{.name = "Template"_sym,
                                             .slots = &kTemplateSlots,
                                             .rows = kTemplateRows,
                                             .flags = kFinal,
                                             .size = sizeof(Template)}};

}  // namespace krait
