// machine.WDT: resets the board unless it is fed in time. It cannot be stopped.
#include "machine/state.hpp"
#include "machine/types.hpp"

namespace krait {

namespace {

struct Wdt : Object {
    static constexpr const BuiltinType& kType = kWdtType;
};

Value wdt_construct(Interp& in, const Type*, const CallArgs& args) {
    isize id = 0, timeout = 0;
    KRAIT_TRY((parse_args<"(id=0, timeout=5000)">(in, "WDT"_sym, args, id, timeout)));
    hal::Watchdog* watchdog = KRAIT_TRY(need_part(in, in.board()->watchdog()));
    if (id != 0) return raise(in, kValueError, "WDT({}) doesn't exist", id);
    if (timeout <= 0 || timeout > 0x7fffffff || !watchdog->start(static_cast<u32>(timeout)).is_ok())
        return raise(in, kValueError, "invalid timeout");
    return KRAIT_TRY(in.make<Wdt>());
}

void wdt_feed(Interp& in, Wdt*) { in.board()->watchdog()->feed(); }

Status wdt_timeout_ms(Interp& in, Wdt*, isize timeout) {
    if (timeout <= 0 || timeout > 0x7fffffff) return raise(in, kValueError, "invalid timeout");
    (void)KRAIT_TRY(take_count(in, in.board()->watchdog()->start(static_cast<u32>(timeout))));
    return kOk;
}

constexpr Row kRows[] = {
    def<"feed(self, /)", wdt_feed>,
    def<"timeout_ms(self, timeout, /)", wdt_timeout_ms>,
};
constexpr Slots kSlots{.construct = wdt_construct};

}  // namespace

constinit const BuiltinType kWdtType{
    {.name = "WDT"_sym, .slots = &kSlots, .rows = kRows, .flags = kFinal, .size = sizeof(Wdt)}};

}  // namespace krait
