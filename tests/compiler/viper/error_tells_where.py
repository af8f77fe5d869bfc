# expect: hand, because viper is MicroPython's
try:
    exec("\n\n@micropython.viper\ndef f():\n    x = 1\n    x = []\n")
except ViperTypeError as e:
    print(e, e.__notes__)
print(ViperTypeError.__mro__[1:3])
