// The module marshal: dumps, loads, and the same with streams.
#include "core/bind.hpp"
#include "core/interp.hpp"
#include "core/protocols.hpp"
#include "modules/marshal/marshal.hpp"
#include "modules/modules.hpp"

namespace krait {

namespace {

// There is one version of the format, whichever is asked for.
Value marshal_dumps(Interp& in, Value value, Value) { return marshal::dump(in, value); }

Value marshal_loads(Interp& in, Buffer data) { return marshal::load(in, data.bytes()); }

Value marshal_dump(Interp& in, Value value, Value file, Value) {
    const Value data = KRAIT_TRY(marshal::dump(in, value));
    return call_method(in, file, "write"_sym, {&data, 1});
}

Value marshal_load(Interp& in, Value file) {
    const Value data = KRAIT_TRY(call_method(in, file, "read"_sym));
    HeldBuffer buffer;
    KRAIT_TRY(get_buffer(in, data, buffer));
    return marshal::load(in, buffer.bytes());
}

constexpr Row kRows[] = {
    def<"dumps(value, version=4, /)", marshal_dumps>,
    def<"loads(data, /)", marshal_loads>,
    def<"dump(value, file, version=4, /)", marshal_dump>,
    def<"load(file, /)", marshal_load>,
    constant<"version">(4),
};

}  // namespace

constinit const ModuleDef kMarshalModule{.name = "marshal"_sym, .rows = kRows};

}  // namespace krait
