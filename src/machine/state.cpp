// MachineState: what hardware refers to; see parts.hpp.
#include "core/arrays.hpp"
#include "machine/modules.hpp"
#include "machine/parts.hpp"

namespace krait {

namespace {

void state_trace(Object* o, Marker& m) {
    auto* self = static_cast<MachineState*>(o);
    m.object(self->pins);
    m.object(self->irqs);
    m.object(self->timers);
    m.object(self->buses);
    m.object(self->uarts);
    m.value(self->alarm);
}
constexpr Slots kSlots{.trace = state_trace};

}  // namespace

constinit const BuiltinType MachineState::kType{{.name = "machine_state"_sym,
                                                 .slots = &kSlots,
                                                 .flags = kFinal | kAbstractBase,
                                                 .size = sizeof(MachineState)}};

Result<MachineState*> machine_state(Interp& in) {
    const Value there = in.module_state(kMachineModule);
    if (there) return as<MachineState>(there);
    hal::Board& board = *in.board();
    auto* state = KRAIT_TRY(in.make<MachineState>());
    state->pins = KRAIT_TRY(new_value_array(in, board.pins() ? board.pins()->count() : 0));
    state->irqs = KRAIT_TRY(new_value_array(in, board.pins() ? board.pins()->count() : 0));
    state->timers = KRAIT_TRY(new_value_array(in, board.timers() ? board.timers()->count() : 0));
    state->buses = KRAIT_TRY(new_value_array(in, board.i2s() ? board.i2s()->count() : 0));
    state->uarts = KRAIT_TRY(new_value_array(in, board.uart() ? board.uart()->count() : 0));
    KRAIT_TRY(in.set_module_state(kMachineModule, state));
    Scheduler& scheduler = *in.scheduler();
    scheduler.set_handler(hal::EventKind::Pin, serve_pin);
    scheduler.set_handler(hal::EventKind::Timer, serve_timer);
    scheduler.set_handler(hal::EventKind::I2s, serve_i2s);
    scheduler.set_handler(hal::EventKind::Rtc, serve_alarm);
    scheduler.set_handler(hal::EventKind::Uart, serve_uart);
    return state;
}

}  // namespace krait
