for text in ("__debug__ = 1", "x.__debug__ = 1", "del __debug__", "f(__debug__=1)",
             "def f(__debug__): pass", "for __debug__ in x: pass", "import __debug__",
             "(__debug__ := 1)", "del x.__debug__", "class C:\n __debug__ = 1"):
    try:
        compile(text, "f", "exec")
    except SyntaxError as e:
        print(text, "->", e.msg)
print(__debug__)
