// Result<T>: a value of type T, or nothing because a Python exception is pending.
//
// It is one word wide (wider structs are returned through memory on ARM), so each T has a niche
// that means "nothing": null for pointers, the empty Value, the smallest isize. A bool is kept as a
// word. Results wider than a word do not exist: return an object, or fill a slot of the caller's.
#pragma once

#include <utility>

#include "core/value.hpp"

namespace krait {

template <class T>
class [[nodiscard]] Result;

template <class T>
class [[nodiscard]] Result<T*> {
  public:
    constexpr Result() = default;
    constexpr Result(T* p) : p_(p) {}  // NOLINT(google-explicit-constructor)
    explicit operator bool() const { return p_ != nullptr; }
    T* take() const { return p_; }

  private:
    T* p_ = nullptr;
};

template <>
class [[nodiscard]] Result<isize> {
  public:
    static constexpr isize kNone = std::numeric_limits<isize>::min();
    constexpr Result() = default;
    constexpr Result(isize i) : i_(i) {}  // NOLINT(google-explicit-constructor)
    explicit operator bool() const { return i_ != kNone; }
    isize take() const { return i_; }

  private:
    isize i_ = kNone;
};

template <>
class [[nodiscard]] Result<bool> {
  public:
    constexpr Result() = default;
    constexpr Result(bool b) : state_(b) {}  // NOLINT(google-explicit-constructor)
    explicit operator bool() const { return state_ >= 0; }
    bool take() const { return state_ > 0; }

  private:
    isize state_ = -1;
};

// Success or a pending exception, where there is nothing to return.
struct Done {};
template <>
class [[nodiscard]] Result<Done> {
  public:
    constexpr Result() = default;
    constexpr Result(Done) : ok_(1) {}  // NOLINT(google-explicit-constructor)
    explicit operator bool() const { return ok_ != 0; }
    Done take() const { return {}; }

  private:
    isize ok_ = 0;
};
using Status = Result<Done>;
constexpr Done kOk{};

template <>
class [[nodiscard]] Result<Value> {
  public:
    constexpr Result() = default;
    constexpr Result(Value v) : v_(v) {}  // NOLINT(google-explicit-constructor)
    explicit operator bool() const { return bool(v_); }
    Value take() const { return v_; }

  private:
    Value v_;
};

inline Value krait_take(Value v) { return v; }
template <class T>
auto krait_take(const Result<T>& r) {
    return r.take();
}

// Evaluates to the value inside `e` (a Value or a Result), or returns the empty result from the
// function it stands in. Not for constructors.
#define KRAIT_TRY(e)                        \
    ({                                      \
        auto krait_result_ = (e);           \
        if (!krait_result_) [[unlikely]]    \
            return {};                      \
        ::krait::krait_take(krait_result_); \
    })

// Evaluates to the value inside `e`, which cannot fail; `why` is a string that says why not.
#define KRAIT_MUST(e, why)                    \
    ({                                        \
        auto krait_result_ = (e);             \
        static_assert(sizeof(why) > 1);       \
        if (!krait_result_) __builtin_trap(); \
        ::krait::krait_take(krait_result_);   \
    })

}  // namespace krait
