# enum: classes whose members are named constants. Flags and the checks of whole classes stand in
# files of their own, which are loaded when they are asked for.
#
# The body of an enumeration runs in an _EnumDict, which tells members from other names. The class
# is made with a _Proto in the place of each member; type.__new__ calls the _Proto's __set_name__,
# which makes the member and puts it into the class. So __init_subclass__ sees them all.
_plain_property = property

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum",
           "auto", "unique", "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT",
           "CONFORM", "EJECT", "KEEP", "global_flag_repr", "global_enum_repr", "global_str",
           "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
           "pickle_by_global_name", "pickle_by_enum_name"]
_flag_names = ("Flag", "IntFlag", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
               "show_flag_values")
_check_names = ("EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "verify", "global_enum",
                "global_enum_repr", "global_str", "global_flag_repr")


def __getattr__(name):
    if name in _flag_names:
        from enum import flags as source
    elif name in _check_names:
        from enum import checks as source
    else:
        raise AttributeError(f"module 'enum' has no attribute {name!r}")
    value = globals()[name] = getattr(source, name)
    return value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


_unset = object()


class auto:
    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return f"auto({'' if self.value is _unset else self.value!r})"


# An attribute of members which does not hide a member of the same name.
class property:
    member = None

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = fget.__doc__ if doc is None and fget is not None else doc

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        raise AttributeError(f"{ownerclass!r} member has no attribute {self.name!r}")

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(
                f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(
                f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        self.fdel(instance)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)

    def __set_name__(self, ownerclass, name):
        self.name, self.clsname = name, ownerclass.__name__


_sunders = ("_order_", "_generate_next_value_", "_missing_", "_ignore_", "_numeric_repr_",
            "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_",
            "_create_pseudo_member_", "_numeric_repr_")


class _EnumDict(dict):
    def __init__(self, cls_name, generate):
        super().__init__()
        self._cls_name = cls_name
        self._generate = generate
        self._members = {}  # name -> value
        self._values = []   # of the members so far
        self._ignore = []
        self._used_auto = False

    def __setitem__(self, key, value):
        if self._is_plain(key, value):
            if isinstance(value, nonmember):
                value = value.value
        elif key in self._members:
            raise TypeError(f"{key!r} already defined as {self._members[key]!r}")
        elif key not in self._ignore:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            value = self._members[key] = self._value_of(key, value)
        super().__setitem__(key, value)

    # Whether the name is not a member's.
    def _is_plain(self, key, value):
        if key[:2] == "__" and key[-2:] == "__" and len(key) > 4:
            return True
        if key.startswith(f"_{self._cls_name}__"):
            return True
        if key[:1] == "_" and key[-1:] == "_" and len(key) > 2:
            self._set_sunder(key, value)
            return True
        if isinstance(value, nonmember):
            return True
        return not isinstance(value, member) and key not in self._members and any(
            hasattr(type(value), name) for name in ("__get__", "__set__", "__delete__"))

    def _set_sunder(self, key, value):
        if key not in _sunders and self._cls_name != "Flag":
            raise ValueError(
                f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._used_auto:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate = getattr(value, "__func__", value)
        elif key == "_ignore_":
            self._ignore = value.replace(",", " ").split() if isinstance(value, str) else value
            already = {name for name in self._ignore if name in self._members}
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")

    def _value_of(self, key, value):
        if isinstance(value, member):
            value = value.value
        if isinstance(value, auto):
            return self._filled(key, value)
        if isinstance(value, tuple) and any(isinstance(part, auto) for part in value):
            parts = [self._filled(key, p) if isinstance(p, auto) else p for p in value]
            return type(value)(parts) if type(value) is tuple else type(value)(*parts)
        self._values.append(value)
        return value

    def _filled(self, key, value):
        self._used_auto = True
        if value.value is _unset:
            value.value = self._generate(key, 1, len(self._members), self._values[:])
        self._values.append(value.value)
        return value.value

    def update(self, members, **more):
        for name in members.keys() if hasattr(members, "keys") else ():
            self[name] = members[name]
        for name, value in more.items():
            self[name] = value


# What stands in the class for a member, until type.__new__ calls __set_name__.
class _Proto:
    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        made = cls._make_member_(name, self.value)
        for base in cls.__mro__[1:]:
            found = base.__dict__.get(name)
            if isinstance(found, property):  # it stays what members see
                redirect = property(found.fget, found.fset, found.fdel)
                redirect.member = made
                redirect.__set_name__(cls, name)
                made = redirect
                break
            if found is not None:
                break
        type.__setattr__(cls, name, made)


def _defined_in(cls, name):
    return next((base for base in cls.__mro__ if name in base.__dict__), object)


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"{base!r} cannot be extended" if cls is None else
                                f"<enum {cls!r}> cannot extend {base!r}")
        if not bases:
            return {}
        first = bases[-1]
        if not isinstance(first, EnumType):
            raise TypeError("new enumerations should be created as "
                            "`EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return _EnumDict(cls, getattr(first, "_generate_next_value_", None))

    def __new__(metacls, name, bases, classdict, *, boundary=None, **kwds):
        if not bases:
            return super().__new__(metacls, name, bases, dict(classdict), **kwds)
        order = classdict.pop("_order_", None)
        for ignored in classdict.pop("_ignore_", ()) and classdict._ignore:
            classdict.pop(ignored, None)
        if "mro" in classdict._members:
            raise ValueError("invalid enum member name(s) 'mro'")
        generate = classdict.get("_generate_next_value_")
        if generate is not None and not isinstance(generate, staticmethod):
            dict.__setitem__(classdict, "_generate_next_value_", staticmethod(generate))
        first = bases[-1]
        data_type = _data_type(name, bases)
        own_new = classdict.get("__new__")
        new_member = own_new
        if own_new is None:
            new_member = getattr(first, "_new_member_", None)
            if new_member in (None, object.__new__) or first._member_type_ is not data_type:
                new_member = data_type.__new__
        namespace = {
            "_member_names_": [], "_member_map_": {}, "_value2member_map_": {},
            "_unhashable_values_": [], "_member_type_": data_type, "_new_member_": new_member,
            "_use_args_": own_new is not None or new_member != object.__new__}
        if boundary is not None:
            namespace["_boundary_"] = boundary
        if own_new is not None:
            dict.pop(classdict, "__new__")
        namespace.update(classdict)
        namespace["_new_member_"] = staticmethod(new_member)
        if "__hash__" not in classdict and "__eq__" in classdict:
            namespace["__hash__"] = first.__hash__
        for key in classdict._members:
            namespace.pop(key, None)
        _choose_text(namespace, bases, first, data_type)
        for key, value in classdict._members.items():
            if key in classdict:
                namespace[key] = _Proto(value)
        if data_type is not object and "__new__" not in namespace:
            namespace["__new__"] = Enum.__new__
        cls = super().__new__(metacls, name, bases, namespace, **kwds)
        finish = getattr(cls, "_finish_class_", None)
        if finish is not None:
            finish()
        if order is not None:
            names = order.replace(",", " ").split() if isinstance(order, str) else order
            if list(names) != cls._member_names_:
                raise TypeError("member order does not match _order_:\n  "
                                f"{cls._member_names_!r}\n  {list(names)!r}")
        return cls

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def __call__(cls, value, names=_unset, *values, module=None, qualname=None, type=None,
                 start=1, boundary=None):
        if cls._member_map_:
            return cls.__new__(cls, value if names is _unset else (value, names, *values))
        if names is _unset and type is None:
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a "
                            "new, empty, enum")
        return _create(cls, value, () if names is _unset else names, module, qualname, type,
                       start, boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __repr__(cls):
        return f"<{'flag' if hasattr(cls, '_flag_mask_') else 'enum'} {cls.__name__!r}>"

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__",
                 "__iter__", "__len__", "__members__", "__module__", "__name__", "__qualname__"}
        return sorted(names.union(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    @_plain_property
    def __members__(cls):
        return type(type.__dict__)(cls._member_map_)


EnumMeta = EnumType


# The built-in class that the members' values are of.
def _data_type(name, bases):
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    if base._member_type_ not in found:
                        found.append(base._member_type_)
                    break
            elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__ or \
                    base.__module__ == "builtins":
                found.append(candidate or base)
                break
            else:
                candidate = candidate or base
    found = [t for i, t in enumerate(found) if t not in found[:i]]
    if len(found) > 1:
        raise TypeError(f"too many data types for {name!r}: {set(found)!r}")
    return found[0] if found else object


# Members are shown as the enumeration does it, unless a class of one's own says otherwise; those
# of a ReprEnum are only in their repr().
def _choose_text(namespace, bases, first, data_type):
    is_repr_only = any(base.__name__ == "ReprEnum" and base.__module__ == "enum" for base in bases)
    for method in ("__repr__", "__str__", "__format__"):
        if method in namespace:
            continue
        if is_repr_only and method != "__repr__" and data_type is not object:
            shown = getattr(data_type, method)
            namespace[method] = data_type.__repr__ if method == "__str__" and \
                shown == object.__str__ else shown
            continue
        for base in bases:
            owner = _defined_in(base, method)
            if owner is not object and owner not in data_type.__mro__:
                if not isinstance(owner, EnumType):
                    break
        else:
            if data_type is not object:
                namespace[method] = getattr(first, method)


def _create(cls, name, names, module, qualname, mixin, start, boundary):
    bases = (cls,) if mixin is None else (mixin, cls)
    metacls = type(cls)
    classdict = metacls.__prepare__(name, bases)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        made, values = [], []
        for count, member_name in enumerate(names):
            value = cls._generate_next_value_(member_name, start, count, values[:])
            values.append(value)
            made.append((member_name, value))
        names = made
    for item in names:
        member_name, value = (item, names[item]) if isinstance(item, str) else item
        classdict[member_name] = value
    if module is None:
        import sys
        frame = getattr(sys, "_getframe", None)
        module = frame(2).f_globals.get("__name__") if frame else None
    classdict["__module__"] = module or "__main__"
    if qualname is not None:
        classdict["__qualname__"] = qualname
    return metacls.__new__(metacls, name, bases, classdict, boundary=boundary)


class Enum(metaclass=EnumType):
    _member_names_, _member_map_, _value2member_map_ = [], {}, {}
    _unhashable_values_, _member_type_, _use_args_ = [], object, False
    _new_member_ = object.__new__

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for made in cls._member_map_.values():
                if made._value_ == value:
                    return made
        if not cls._member_map_ and not hasattr(cls, "_flag_mask_"):
            raise TypeError(f"{cls!r} has no members defined")
        try:
            made = cls._missing_(value)
        except Exception as error:
            if isinstance(error, ValueError) and getattr(error, "_of_value", None) is cls:
                raise
            invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            error.__context__ = invalid
            raise
        if isinstance(made, cls):
            return made
        boundary = getattr(cls, "_boundary_", None)
        if boundary == "eject" and isinstance(made, int):
            return made
        invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if made is None:
            raise invalid
        error = TypeError(f"error in {cls.__name__}._missing_: returned {made!r} instead of None "
                          "or a valid member")
        error.__context__ = invalid
        raise error

    def __init__(self, *args, **kwds):
        pass

    @classmethod
    def _make_member_(cls, name, value):
        data_type = cls._member_type_
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = (args,)
        new = cls._new_member_
        made = new(cls, *args) if cls._use_args_ else new(cls)
        if not hasattr(made, "_value_"):
            if data_type is object:
                made._value_ = value
            else:
                try:
                    made._value_ = data_type(*args)
                except Exception as error:
                    raise TypeError(
                        "_value_ not set in __new__, unable to create it") from error
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        known = cls._find_by_value_(value)
        if known is not None:
            made = known
        elif cls._is_canonical_(value):
            cls._member_names_.append(name)
        cls._member_map_[name] = made
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)
        return made

    @classmethod
    def _find_by_value_(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            return next((m for m in cls._member_map_.values() if m._value_ == value), None)

    # Whether a member with this value is one of those that iteration gives.
    @classmethod
    def _is_canonical_(cls, value):
        return True

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            for last in reversed(last_values):
                try:
                    return last + 1
                except TypeError:
                    pass
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self._member_type_.__repr__ if self._use_args_ and \
            self._member_type_ is not object else repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        for cls in self.__class__.__mro__:
            if cls.__module__ not in ("builtins", "enum"):
                names.update(n for n in cls.__dict__ if n[:1] != "_" and n not in cls._member_map_)
        return sorted(names)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        for value, what in zip(values, ("", "encoding must be a string, not ",
                                        "errors must be a string, not ")):
            if not isinstance(value, str):
                raise TypeError(f"{what}{value!r}" if what else f"{value!r} is not a string")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def unique(enumeration):
    aliases = [f"{name} -> {made.name}" for name, made in enumeration.__members__.items()
               if name != made.name]
    if aliases:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(aliases)}")
    return enumeration


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


# The digits of a number in two's complement, with the sign's bit apart.
def bin(num, max_bits=None):
    bits = num.bit_length()
    digits = format(num if num >= 0 else (1 << bits) + num, f"0{max(bits, 1)}b") if bits else \
        "" if num == 0 else "1"
    if max_bits is not None and len(digits) < max_bits:
        digits = (digits[:1] if num < 0 else "0") * (max_bits - len(digits)) + digits
    return f"0b{'1' if num < 0 else '0'} {digits}"
