# enum.verify: checks of whole enumerations; and enumerations whose members are globals.
from enum import Flag, StrEnum
import enum


class EnumCheck(StrEnum):
    __module__ = "enum"
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            {UNIQUE: _check_unique, CONTINUOUS: _check_continuous,
             NAMED_FLAGS: _check_named}[check](enumeration)
        return enumeration


def _check_unique(enumeration):
    aliases = [f"{name} -> {made.name}" for name, made in enumeration.__members__.items()
               if name != made.name]
    if aliases:
        raise ValueError(f"aliases found in {enumeration!r}: {', '.join(aliases)}")


def _check_continuous(enumeration):
    values = {made.value for made in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if issubclass(enumeration, Flag):
        missing = [1 << i for i in range(low.bit_length() - 1, high.bit_length())
                   if 1 << i not in values]
        kind = "flag"
    else:
        missing = [i for i in range(low, high + 1) if i not in values]
        kind = "enum"
    if missing:
        raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values "
                         f"{', '.join(map(str, missing))}")


def _check_named(enumeration):
    named = {made.value for made in enumeration.__members__.values()}
    bad_names, bad_values = [], 0
    for name, made in enumeration.__members__.items():
        if name in enumeration._member_names_ or made.value < 0:
            continue
        missing = [bit for bit in enum.show_flag_values(made.value) if bit not in named]
        if missing:
            bad_names.append(name)
            for bit in missing:
                bad_values |= bit
    if bad_names:
        alias = f"alias {bad_names[0]} is missing" if len(bad_names) == 1 else \
            f"aliases {', '.join(bad_names[:-1])} and {bad_names[-1]} are missing"
        value = f"value {hex(bad_values)}" if bad_values & (bad_values - 1) == 0 else \
            f"combined values of {hex(bad_values)}"
        raise ValueError(f"invalid Flag {enumeration.__name__!r}: {alias} {value} "
                         "[use enum.show_flag_values(value) for details]")


def global_enum_repr(self):
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    return "|".join(f"{module}.{name}" if name[:1].isalpha() or name[:1] == "_" else name
                    for name in self._name_.split("|"))


def global_str(self):
    return f"{self.__class__.__name__}({self._value_!r})" if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, enum.ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
