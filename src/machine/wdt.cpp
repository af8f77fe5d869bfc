#include "machine/wdt.hpp"

#include "core/bind.hpp"
#include "core/shape.hpp"

namespace krait {

namespace {

constexpr isize kMostMs = std::numeric_limits<i32>::max();

Value wdt_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize id, timeout;
    KRAIT_TRY((parse_args<"(id=0, timeout=5000)">(in, "WDT"_sym, args, id, timeout)));
    hal::Watchdog& watchdog = *KRAIT_TRY(need_part(in, in.board()->watchdog(), "watchdog"));
    if (id != 0) return raise(in, kValueError, "invalid id");
    if (timeout <= 0 || timeout > kMostMs || !watchdog.start(static_cast<u32>(timeout)).is_ok())
        return raise(in, kValueError, "invalid timeout");
    return KRAIT_TRY(make_instance<Wdt>(in, cls));
}

void wdt_feed(Interp& in, Wdt*) { in.board()->watchdog()->feed(); }

constexpr Row kRows[] = {def<"feed(self)", wdt_feed>};
constexpr Slots kSlots{.construct = wdt_construct};

}  // namespace

constinit const BuiltinType Wdt::kType{
    {.name = "WDT"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(Wdt)}};

}  // namespace krait
