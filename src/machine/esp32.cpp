// The esp32 module: what only Espressif's chips have.
#include "core/bind.hpp"
#include "machine/modules.hpp"
#include "machine/partition.hpp"
#include "machine/pin.hpp"
#include "vm/import.hpp"

namespace krait {

namespace {

// A pin whose level wakes the chip, also from deep sleep; None: no pin any more.
Status wake_on(Interp& in, Value pin, bool level) {
    const u16 number = static_cast<u16>(KRAIT_TRY(pin_number(in, pin)));
    const u8 trigger = level ? hal::kPinHighLevel : hal::kPinLowLevel;
    return check(in, in.board()->pins()->set_wake(number, trigger, true));
}

Status esp32_wake_on_ext0(Interp& in, Value pin, bool level) {
    if (is_none(pin)) return kOk;
    return wake_on(in, pin, level);
}

Status esp32_wake_on_ext1(Interp& in, Value pins, bool level) {
    if (is_none(pins)) return kOk;
    Tuple* all = KRAIT_TRY(tuple_from(in, pins));
    for (Value pin : all->span()) KRAIT_TRY(wake_on(in, pin, level));
    return kOk;
}

// The class is written in Python (lib/_nvs.py) and loaded when it is first used.
Value esp32_getattr(Interp& in, Str* name) {
    if (name->view() == "NVS")
        return get_attr(in, KRAIT_TRY(import_module(in, mutable_name("_nvs"_sym))), name);
    return raise(in, kAttributeError, "module 'esp32' has no attribute '{}'", name);
}

// (total, free, largest free, least free ever) of each region: there is one, that of objects.
Value esp32_idf_heap_info(Interp& in, isize) {
    const auto stats = in.heap().stats();
    const Value left = KRAIT_TRY(new_int_unsigned(in, stats.free));
    const Value facts[] = {KRAIT_TRY(new_int_unsigned(in, stats.used + stats.free)), left, left,
                           left};
    const Value regions[] = {KRAIT_TRY(new_tuple(in, facts))};
    return KRAIT_TRY(new_list(in, regions));
}

Status esp32_wake_on_gpio(Interp& in, Value pins, bool level) {
    return esp32_wake_on_ext1(in, pins, level);
}

constexpr Row kRows[] = {
    def<"__getattr__(name, /)", esp32_getattr>,
    def<"idf_heap_info(capabilities, /)", esp32_idf_heap_info>,
    constant<"Partition">(&FlashPartition::kType),
    def<"wake_on_gpio(pins=None, level=False)", esp32_wake_on_gpio>,
    constant<"HEAP_DATA">(4),
    constant<"HEAP_EXEC">(1),
    def<"wake_on_ext0(pin=None, level=False)", esp32_wake_on_ext0>,
    def<"wake_on_ext1(pins=None, level=False)", esp32_wake_on_ext1>,
    constant<"WAKEUP_ALL_LOW">(false_()),
    constant<"WAKEUP_ANY_HIGH">(true_()),
};

}  // namespace

constinit const ModuleDef kEsp32Module{.name = "esp32"_sym, .rows = kRows};

}  // namespace krait
