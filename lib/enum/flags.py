# enum.Flag: members that are sets of bits.
import enum
from enum import Enum, ReprEnum, StrEnum, auto


class FlagBoundary(StrEnum):
    __module__ = "enum"
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _is_single(value):
    return value > 0 and value & (value - 1) == 0


def _bits(value):
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def show_flag_values(value):
    return list(_bits(value))


class Flag(Enum, boundary=STRICT):
    __module__ = "enum"
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _is_canonical_(cls, value):
        return isinstance(value, int) and _is_single(value)

    @classmethod
    def _finish_class_(cls):
        mask = singles = 0
        for made in cls._member_map_.values():
            value = made._value_
            if not isinstance(value, int):
                raise TypeError(f"{cls.__name__!r} requires int values, not {value!r}")
            mask |= value
            if _is_single(value):
                singles |= value
        if cls._member_type_ is not object:  # its operators would come first
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__",
                         "__invert__"):
                if enum._defined_in(cls, name) in cls._member_type_.__mro__:
                    setattr(cls, name, Flag.__dict__[name])
        cls._flag_mask_, cls._singles_mask_ = mask, singles
        cls._all_bits_ = 2 ** mask.bit_length() - 1
        for made in cls._member_map_.values():
            made._inverted_ = None
        values = [cls._member_map_[name]._value_ for name in cls._member_names_]
        cls._by_value_ = values == sorted(values)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise _marked(cls, f"{value!r} is not a valid {cls.__qualname__}")
        mask, all_bits = cls._flag_mask_, cls._all_bits_
        negative = value if value < 0 else None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise _marked(cls, f"{cls!r} invalid value {value!r}\n"
                              f"    given {enum.bin(value, bits)}\n"
                              f"  allowed {enum.bin(mask, bits)}")
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value &= mask if cls._boundary_ is not KEEP else all_bits
        unknown = value & ~mask
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        made._inverted_ = None
        names = [m._name_ for m in cls._iter_member_(value)]
        made._name_ = None
        if names:
            made._name_ = "|".join(names)
            if unknown:
                made._name_ += f"|{cls._numeric_repr_(unknown)}"
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _iter_member_(cls, value):
        known = value & cls._singles_mask_
        members = [cls._value2member_map_[bit] for bit in _bits(known)]
        if not cls._by_value_:
            members.sort(key=lambda made: made._sort_order_)
        return iter(members)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"{type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        name, value = self.__class__.__name__, self._numeric_repr_shown()
        return f"<{name}: {value}>" if self._name_ is None else f"<{name}.{self._name_}: {value}>"

    def _numeric_repr_shown(self):
        show = self._member_type_.__repr__ if self._member_type_ is not object else repr
        return show(self._value_)

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    # The value of an operand; None if it is of another kind.
    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if self._inverted_ is None:
            cls = self.__class__
            if cls._boundary_ in (EJECT, KEEP):
                self._inverted_ = cls(~self._value_)
            else:
                self._inverted_ = cls(cls._singles_mask_ & ~self._value_)
        return self._inverted_


def _marked(cls, message):
    error = ValueError(message)
    error._of_value = cls
    return error


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __module__ = "enum"
