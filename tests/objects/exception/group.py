eg = ExceptionGroup("msg", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError(2)])])
print(eg, repr(eg), eg.message, eg.exceptions, eg.args)
print(isinstance(eg, Exception), isinstance(eg, BaseExceptionGroup), type(BaseExceptionGroup("x", [ValueError()])).__name__,
      type(BaseExceptionGroup("x", [KeyboardInterrupt()])).__name__, issubclass(BaseExceptionGroup, Exception))
match, rest = eg.split(ValueError)
print(repr(match))
print(repr(rest))
print(eg.split(OSError)[0], eg.split(OSError)[1] is eg, eg.split(Exception)[0] is eg, eg.split(Exception)[1])
print(repr(eg.subgroup((KeyError, TypeError))), eg.subgroup(OSError))
print(repr(eg.subgroup(lambda e: isinstance(e, ValueError) and e.args == (2,))))
eg.add_note("noted")
eg.__cause__ = OSError("c")
m = eg.subgroup(TypeError)
print(m.__notes__, repr(m.__cause__), str(m))
print(repr(eg.derive([KeyError()])))
class My(ExceptionGroup):
    def derive(self, excs):
        return My(self.message + "!", excs)
my = My("mine", [ValueError(1), TypeError(2)])
a, b = my.split(ValueError)
print(repr(a), repr(b))
for f in [lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", 5),
          lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]),
          lambda: ExceptionGroup("x"), lambda: eg.split(5), lambda: eg.subgroup(int)]:
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
