// The module random: the class Random, and the same functions on a generator that each interpreter
// has of its own, seeded from the board's entropy at first use.
//
// The names are MicroPython's and CPython's; the sequences are neither's (generator.hpp).
#include <algorithm>
#include <cmath>

#include "core/arrays.hpp"
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "hal/board.hpp"
#include "modules/random/generator.hpp"
#include "objects/int.hpp"

namespace krait {

extern constinit const ModuleDef kRandomModule;

namespace {

struct Random : Object {
    static const BuiltinType kType;
    Xoshiro generator;
};

// --- seeding -------------------------------------------------------------------------------------

void seed_from_board(Interp& in, Xoshiro& g) {
    u8 bytes[16] = {};
    hal::Board* board = in.board();
    if (board && !board->entropy().fill(bytes).is_ok()) {
        const u64 now[] = {board->clock().ticks_us(), static_cast<u64>(board->clock().epoch_ns())};
        std::copy_n(reinterpret_cast<const u8*>(now), sizeof bytes, bytes);
    }
    g.seed(Bytes(bytes));
}

Status random_seed(Interp& in, Random* self, Value a, Value) {
    Xoshiro& g = self->generator;
    if (is_none(a)) {
        seed_from_board(in, g);
    } else if (is_int(a)) {
        const IntOperand number(a);
        if (number.count() <= 2)
            g.seed(big::to_u64(number.magnitude()));
        else
            g.seed(Bytes(reinterpret_cast<const u8*>(number.magnitude().data()),
                         number.count() * sizeof(big::Limb)));
    } else if (is_float(a)) {
        g.seed(static_cast<u64>(KRAIT_TRY(hash(in, a))));
    } else if (const Str* text = as_if<Str>(a)) {
        g.seed(text->bytes());
    } else if (find_slot<&Slots::get_buffer>(type_of(a))) {
        HeldBuffer held;
        KRAIT_TRY(get_buffer(in, a, held));
        g.seed(held.bytes());
    } else {
        return raise(in, kTypeError,
                     "The only supported seed types are: None,\nint, float, str, bytes, and "
                     "bytearray.");
    }
    return kOk;
}

Value random_construct(Interp& in, const Type* cls, const CallArgs&) {
    Random* r = KRAIT_TRY(make_instance<Random>(in, cls));
    seed_from_board(in, r->generator);
    return r;
}

Status random_init(Interp& in, Value self, const CallArgs& args) {
    Value x;
    KRAIT_TRY((parse_args<"(x=None)">(in, "Random"_sym, args, x)));
    return random_seed(in, as<Random>(self), x, none());
}

constexpr Slots kRandomSlots = {.construct = random_construct, .init = random_init};

// (1, the four words, the number that waits or None)
Value random_getstate(Interp& in, Random* self) {
    Tuple* words = KRAIT_TRY(new_tuple(in, 4));
    for (usize i = 0; i < 4; ++i) {
        const Value word = KRAIT_TRY(new_int_unsigned(in, self->generator.word(i)));
        in.heap().write(words->items_[i], word);
    }
    Value spare = none();
    if (self->generator.has_spare()) spare = KRAIT_TRY(new_float(in, self->generator.spare()));
    const Value parts[] = {Value::from_int(1), Value(words), spare};
    return KRAIT_TRY(new_tuple(in, parts));
}

Status random_setstate(Interp& in, Random* self, Value state) {
    const Tuple* parts = as_if<Tuple>(state);
    const Tuple* words = parts && parts->size() == 3 ? as_if<Tuple>((*parts)[1]) : nullptr;
    bool good = words && words->size() == 4;
    for (usize i = 0; good && i < 4; ++i) good = is_int((*words)[i]);
    if (!good) return raise(in, kValueError, "a state is what getstate() gave");
    for (usize i = 0; i < 4; ++i)
        self->generator.set_word(i, big::to_u64(IntOperand((*words)[i]).magnitude()));
    self->generator.drop_spare();
    if (is_float((*parts)[2])) self->generator.set_spare(float_of((*parts)[2]));
    return kOk;
}

// --- ints ----------------------------------------------------------------------------------------

// Fills with random bytes.
void fill(Xoshiro& g, MutableBytes out) {
    for (usize i = 0; i < out.size(); i += 8) {
        u64 word = g.next();
        for (usize k = i; k < std::min(i + 8, out.size()); ++k, word >>= 8)
            out[k] = static_cast<u8>(word);
    }
}

Value random_getrandbits(Interp& in, Random* self, isize k) {
    if (k < 0) return raise(in, kValueError, "number of bits must be non-negative");
    if (k == 0) return Value::from_int(0);
    if (k <= 64) return new_int_unsigned(in, self->generator.bits(static_cast<unsigned>(k)));
    const usize size = (static_cast<usize>(k) + 7) / 8;
    ByteArray* bytes = KRAIT_TRY(new_byte_array(in, size));
    fill(self->generator, {bytes->data, size});
    u8& highest = bytes->data[size - 1];
    highest = static_cast<u8>(highest >> (size * 8 - static_cast<usize>(k)));
    return int_from_bytes(in, {bytes->data, size}, big::ByteOrder::Little, false);
}

// Below `limit`, an int of any size. Requires: limit > 0.
Value below(Interp& in, Random* self, Value limit) {
    if (limit.is_int())
        return new_int(in,
                       static_cast<i64>(self->generator.below(static_cast<u64>(limit.as_int()))));
    const auto bits = static_cast<isize>(int_bit_length(limit));
    for (;;) {
        const Value n = KRAIT_TRY(random_getrandbits(in, self, bits));
        if (int_order(n, limit) < 0) return n;
    }
}

Value index_object(Interp& in, Value v) { return plain_int(in, KRAIT_TRY(to_int_object(in, v))); }

Raised raise_empty_range(Interp& in, Value start, Value stop, Value step) {
    if (step == Value::from_int(1))
        return raise(in, kValueError, "empty range in randrange({}, {})", start, stop);
    return raise(in, kValueError, "empty range in randrange({}, {}, {})", start, stop, step);
}

// One of the numbers of range(start, stop, step).
Value pick(Interp& in, Random* self, Value start, Value stop, Value step) {
    const int direction = int_sign(step);
    if (direction == 0) return raise(in, kValueError, "zero step for randrange()");
    // How many there are: the width divided by the step, rounded away from zero.
    Value count = KRAIT_TRY(int_subtract(in, stop, start));
    if (step != Value::from_int(1)) {
        count = KRAIT_TRY(int_add(in, count, step));
        count = KRAIT_TRY(int_subtract(in, count, Value::from_int(direction)));
        count = KRAIT_TRY(int_floor_divide(in, count, step));
    }
    if (int_sign(count) <= 0) return raise_empty_range(in, start, stop, step);
    const Value n = KRAIT_TRY(below(in, self, count));
    return int_add(in, start, KRAIT_TRY(int_multiply(in, n, step)));
}

Value random_randrange(Interp& in, Random* self, Value start, Value stop, Value step) {
    start = KRAIT_TRY(index_object(in, start));
    step = KRAIT_TRY(index_object(in, step));
    if (!is_none(stop)) return pick(in, self, start, KRAIT_TRY(index_object(in, stop)), step);
    if (step != Value::from_int(1))
        return raise(in, kTypeError, "Missing a non-None stop argument");
    if (int_sign(start) <= 0) return raise(in, kValueError, "empty range for randrange()");
    return below(in, self, start);
}

Value random_randint(Interp& in, Random* self, Value a, Value b) {
    a = KRAIT_TRY(index_object(in, a));
    b = KRAIT_TRY(index_object(in, b));
    return pick(in, self, a, KRAIT_TRY(int_add(in, b, Value::from_int(1))), Value::from_int(1));
}

Value random_randbytes(Interp& in, Random* self, isize n) {
    if (n < 0) return raise(in, kValueError, "number of bits must be non-negative");
    ByteArray* bytes = KRAIT_TRY(new_byte_array(in, static_cast<usize>(n)));
    fill(self->generator, {bytes->data, static_cast<usize>(n)});
    return new_bytes(in, {bytes->data, static_cast<usize>(n)});
}

// --- sequences -----------------------------------------------------------------------------------

usize below_size(Random* self, usize size) { return self->generator.below(size); }

Value random_choice(Interp& in, Random* self, Value seq) {
    const auto size = static_cast<usize>(KRAIT_TRY(length(in, seq)));
    if (size == 0) return raise(in, kIndexError, "Cannot choose from an empty sequence");
    return get_item(in, seq, KRAIT_TRY(new_int(in, static_cast<i64>(below_size(self, size)))));
}

Status swap_items(Interp& in, Value sequence, usize i, usize j) {
    const Value first = KRAIT_TRY(new_int(in, static_cast<i64>(i)));
    const Value second = KRAIT_TRY(new_int(in, static_cast<i64>(j)));
    const Value a = KRAIT_TRY(get_item(in, sequence, first));
    const Value b = KRAIT_TRY(get_item(in, sequence, second));
    KRAIT_TRY(set_item(in, sequence, first, b));
    return set_item(in, sequence, second, a);
}

Status random_shuffle(Interp& in, Random* self, Value x) {
    const auto size = static_cast<usize>(KRAIT_TRY(length(in, x)));
    for (usize i = size; i > 1; --i) KRAIT_TRY(swap_items(in, x, i - 1, below_size(self, i)));
    return kOk;
}

// The running sums of the weights, as floats. TypeError if one is no number.
Result<List*> running_sums(Interp& in, Value weights) {
    List* given = KRAIT_TRY(list_from(in, weights));
    List* sums = KRAIT_TRY(new_list(in, given->size()));
    Float sum = 0;
    for (usize i = 0; i < given->size(); ++i) {
        Float weight = 0;
        KRAIT_TRY(to_float(in, given->items_->items[i], weight));
        sum += weight;
        KRAIT_TRY(list_append(in, sums, KRAIT_TRY(new_float(in, sum))));
    }
    return sums;
}

// The first of the sums, but the last, that is above `x`; else the last.
usize place_in(List* sums, Float x) {
    const Value *first = sums->begin(), *last = sums->end() - 1;
    const auto above = [](Float value, Value sum) { return value < float_of(sum); };
    return static_cast<usize>(std::upper_bound(first, last, x, above) - first);
}

Result<List*> checked_weights(Interp& in, Value weights, Value cum_weights, usize size) {
    if (!is_none(weights) && !is_none(cum_weights))
        return raise(in, kTypeError, "Cannot specify both weights and cumulative weights");
    List* sums;
    if (!is_none(weights)) {
        sums = KRAIT_TRY(running_sums(in, weights));
    } else {
        List* given = KRAIT_TRY(list_from(in, cum_weights));
        sums = KRAIT_TRY(new_list(in, given->size()));
        for (usize i = 0; i < given->size(); ++i) {
            Float sum = 0;
            KRAIT_TRY(to_float(in, given->items_->items[i], sum));
            KRAIT_TRY(list_append(in, sums, KRAIT_TRY(new_float(in, sum))));
        }
    }
    if (sums->size() != size)
        return raise(in, kValueError, "The number of weights does not match the population");
    const Float total = size ? float_of(sums->items_->items[size - 1]) : 0;
    if (total <= 0) return raise(in, kValueError, "Total of weights must be greater than zero");
    if (total - total != 0) return raise(in, kValueError, "Total of weights must be finite");
    return sums;
}

Result<List*> random_choices(Interp& in, Random* self, Value population, Value weights,
                             Value cum_weights, isize k) {
    const auto size = static_cast<usize>(KRAIT_TRY(length(in, population)));
    const bool weighted = !is_none(weights) || !is_none(cum_weights);
    List* sums = weighted ? KRAIT_TRY(checked_weights(in, weights, cum_weights, size)) : nullptr;
    if (size == 0 && k > 0) return raise(in, kIndexError, "list index out of range");
    List* chosen = KRAIT_TRY(new_list(in, k > 0 ? static_cast<usize>(k) : 0));
    for (isize i = 0; i < k; ++i) {
        const usize place = sums ? place_in(sums, self->generator.uniform() *
                                                      float_of(sums->items_->items[size - 1]))
                                 : below_size(self, size);
        const Value index = KRAIT_TRY(new_int(in, static_cast<i64>(place)));
        KRAIT_TRY(list_append(in, chosen, KRAIT_TRY(get_item(in, population, index))));
    }
    return chosen;
}

// `k` different numbers below `size`, in random order: the first steps of a shuffle of all numbers,
// of which only those that moved are kept, in a dict.
Result<List*> sample_places(Interp& in, Random* self, usize size, usize k) {
    List* places = KRAIT_TRY(new_list(in, k));
    Dict* moved = KRAIT_TRY(new_dict(in));
    for (usize i = 0; i < k; ++i) {
        const Value from = KRAIT_TRY(new_int(in, static_cast<i64>(i)));
        const auto drawn = static_cast<i64>(i + below_size(self, size - i));
        const Value place = KRAIT_TRY(new_int(in, drawn));
        const Value here = KRAIT_TRY(dict_get(in, moved, from));
        const Value there = KRAIT_TRY(dict_get(in, moved, place));
        KRAIT_TRY(dict_set(in, moved, place, is_done(here) ? from : here));
        KRAIT_TRY(list_append(in, places, is_done(there) ? place : there));
    }
    return places;
}

bool is_population(Value v) {
    return !is<Dict>(v) && find_slot<&Slots::length>(type_of(v)) &&
           find_slot<&Slots::get_item>(type_of(v));
}

// The sums of the counts, as ints. TypeError, ValueError.
Result<List*> sums_of_counts(Interp& in, Value counts, usize size) {
    List* given = KRAIT_TRY(list_from(in, counts));
    if (given->size() != size)
        return raise(in, kValueError, "The number of counts does not match the population");
    Value sum = Value::from_int(0);
    for (usize i = 0; i < given->size(); ++i) {
        const Value count = given->items_->items[i];
        if (!is_int(count)) return raise(in, kTypeError, "Counts must be integers");
        sum = KRAIT_TRY(int_add(in, sum, count));
        in.heap().write(given->items_->items[i], sum);
    }
    if (int_sign(sum) <= 0)
        return raise(in, kValueError, "Total of counts must be greater than zero");
    return given;
}

Result<List*> random_sample(Interp& in, Random* self, Value population, isize k, Value counts) {
    if (!is_population(population))
        return raise(in, kTypeError,
                     "Population must be a sequence.  For dicts or sets, use sorted(d).");
    auto size = KRAIT_TRY(length(in, population));
    List* sums = nullptr;
    if (!is_none(counts)) {
        sums = KRAIT_TRY(sums_of_counts(in, counts, static_cast<usize>(size)));
        size = KRAIT_TRY(to_index(in, sums->items_->items[sums->size() - 1]));
    }
    if (k < 0 || k > size)
        return raise(in, kValueError, "Sample larger than population or is negative");
    List* places =
        KRAIT_TRY(sample_places(in, self, static_cast<usize>(size), static_cast<usize>(k)));
    for (usize i = 0; i < places->size(); ++i) {
        Value place = places->items_->items[i];
        if (sums) {
            const auto above = [](Value p, Value sum) { return int_order(p, sum) < 0; };
            place = Value::from_int(std::upper_bound(sums->begin(), sums->end(), place, above) -
                                    sums->begin());
        }
        const Value item = KRAIT_TRY(get_item(in, population, place));
        in.heap().write(places->items_->items[i], item);
    }
    return places;
}

// --- floats --------------------------------------------------------------------------------------

Float random_random(Random* self) { return self->generator.uniform(); }
Float random_uniform(Random* self, Float a, Float b) {
    return a + (b - a) * self->generator.uniform();
}
Value random_triangular(Interp& in, Random* self, Float low, Float high, Value mode) {
    Float middle = low + (high - low) / 2;
    if (!is_none(mode)) KRAIT_TRY(to_float(in, mode, middle));
    return new_float(in, triangular(self->generator, low, high, middle));
}
Float random_normalvariate(Random* self, Float mu, Float sigma) {
    return normal(self->generator, mu, sigma);
}
Float random_lognormvariate(Random* self, Float mu, Float sigma) {
    return std::exp(normal(self->generator, mu, sigma));
}
Value random_expovariate(Interp& in, Random* self, Float lambd) {
    if (lambd == 0) return raise(in, kZeroDivisionError, "float division by zero");
    return new_float(in, exponential(self->generator, lambd));
}
Value random_gammavariate(Interp& in, Random* self, Float alpha, Float beta) {
    if (!(alpha > 0 && beta > 0))
        return raise(in, kValueError, "gammavariate: alpha and beta must be > 0.0");
    return new_float(in, gamma_distributed(self->generator, alpha, beta));
}
Value random_betavariate(Interp& in, Random* self, Float alpha, Float beta) {
    if (!(alpha > 0 && beta > 0))
        return raise(in, kValueError, "gammavariate: alpha and beta must be > 0.0");
    return new_float(in, beta_distributed(self->generator, alpha, beta));
}
Float random_vonmisesvariate(Random* self, Float mu, Float kappa) {
    return von_mises(self->generator, mu, kappa);
}
Float random_paretovariate(Random* self, Float alpha) {
    return std::pow(self->generator.positive(), -1 / alpha);
}
Float random_weibullvariate(Random* self, Float alpha, Float beta) {
    return alpha * std::pow(-std::log(self->generator.positive()), 1 / beta);
}
Value random_binomialvariate(Interp& in, Random* self, i64 n, Float p) {
    if (n < 0) return raise(in, kValueError, "n must be non-negative");
    if (!(p >= 0 && p <= 1))
        return raise(in, kValueError, "p must be in the range 0.0 <= p <= 1.0");
    return new_int(in, binomial(self->generator, n, p));
}

// --- the rows ------------------------------------------------------------------------------------

constexpr Row kRandomRows[] = {
    def<"seed(self, a=None, version=2)", random_seed>,
    def<"getstate(self, /)", random_getstate>,
    def<"setstate(self, state, /)", random_setstate>,
    def<"getrandbits(self, k, /)", random_getrandbits>,
    def<"randrange(self, start, stop=None, step=1)", random_randrange>,
    def<"randint(self, a, b)", random_randint>,
    def<"randbytes(self, n)", random_randbytes>,
    def<"choice(self, seq)", random_choice>,
    def<"choices(self, population, weights=None, *, cum_weights=None, k=1)", random_choices>,
    def<"shuffle(self, x)", random_shuffle>,
    def<"sample(self, population, k, *, counts=None)", random_sample>,
    def<"random(self, /)", random_random>,
    def<"uniform(self, a, b)", random_uniform>,
    def<"triangular(self, low=0.0, high=1.0, mode=None)", random_triangular>,
    def<"normalvariate(self, mu=0.0, sigma=1.0)", random_normalvariate>,
    def<"gauss(self, mu=0.0, sigma=1.0)", random_normalvariate>,
    def<"lognormvariate(self, mu=0.0, sigma=1.0)", random_lognormvariate>,
    def<"expovariate(self, lambd=1.0)", random_expovariate>,
    def<"gammavariate(self, alpha, beta)", random_gammavariate>,
    def<"betavariate(self, alpha, beta)", random_betavariate>,
    def<"vonmisesvariate(self, mu, kappa)", random_vonmisesvariate>,
    def<"paretovariate(self, alpha)", random_paretovariate>,
    def<"weibullvariate(self, alpha, beta)", random_weibullvariate>,
    def<"binomialvariate(self, n=1, p=0.5)", random_binomialvariate>,
};

constinit const BuiltinType Random::kType{
    {.name = "Random"_sym, .slots = &kRandomSlots, .rows = kRandomRows, .size = sizeof(Random)}};

// The interpreter's own.
Result<Random*> shared(Interp& in) {
    if (const Value state = in.module_state(kRandomModule)) return as<Random>(state);
    Random* r = KRAIT_TRY(in.make<Random>());
    seed_from_board(in, r->generator);
    KRAIT_TRY(in.set_module_state(kRandomModule, Value(r)));
    return r;
}

// The method as a function of the module.
template <auto Method>
struct OnShared;
template <class R, class... P, R (*Method)(Interp&, Random*, P...)>
struct OnShared<Method> {
    static Value call(Interp& in, P... p) {
        Random* r = KRAIT_TRY(shared(in));
        return bind_detail::to_value(in, Method(in, r, p...));
    }
};
template <class R, class... P, R (*Method)(Random*, P...)>
struct OnShared<Method> {
    static Value call(Interp& in, P... p) {
        Random* r = KRAIT_TRY(shared(in));
        return bind_detail::to_value(in, Method(r, p...));
    }
};

constexpr Row kRows[] = {
    constant<"Random">(&Random::kType),
    def<"seed(a=None, version=2)", OnShared<random_seed>::call>,
    def<"getstate()", OnShared<random_getstate>::call>,
    def<"setstate(state, /)", OnShared<random_setstate>::call>,
    def<"getrandbits(k, /)", OnShared<random_getrandbits>::call>,
    def<"randrange(start, stop=None, step=1)", OnShared<random_randrange>::call>,
    def<"randint(a, b)", OnShared<random_randint>::call>,
    def<"randbytes(n)", OnShared<random_randbytes>::call>,
    def<"choice(seq)", OnShared<random_choice>::call>,
    def<"choices(population, weights=None, *, cum_weights=None, k=1)",
        OnShared<random_choices>::call>,
    def<"shuffle(x)", OnShared<random_shuffle>::call>,
    def<"sample(population, k, *, counts=None)", OnShared<random_sample>::call>,
    def<"random()", OnShared<random_random>::call>,
    def<"uniform(a, b)", OnShared<random_uniform>::call>,
    def<"triangular(low=0.0, high=1.0, mode=None)", OnShared<random_triangular>::call>,
    def<"normalvariate(mu=0.0, sigma=1.0)", OnShared<random_normalvariate>::call>,
    def<"gauss(mu=0.0, sigma=1.0)", OnShared<random_normalvariate>::call>,
    def<"lognormvariate(mu=0.0, sigma=1.0)", OnShared<random_lognormvariate>::call>,
    def<"expovariate(lambd=1.0)", OnShared<random_expovariate>::call>,
    def<"gammavariate(alpha, beta)", OnShared<random_gammavariate>::call>,
    def<"betavariate(alpha, beta)", OnShared<random_betavariate>::call>,
    def<"vonmisesvariate(mu, kappa)", OnShared<random_vonmisesvariate>::call>,
    def<"paretovariate(alpha)", OnShared<random_paretovariate>::call>,
    def<"weibullvariate(alpha, beta)", OnShared<random_weibullvariate>::call>,
    def<"binomialvariate(n=1, p=0.5)", OnShared<random_binomialvariate>::call>,
};

}  // namespace

constinit const ModuleDef kRandomModule{.name = "random"_sym, .rows = kRows};

}  // namespace krait
