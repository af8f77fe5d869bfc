for args in (
    (1,), ("",), ("math", None, None, (), -1), ("math", "globals", None, None, 1),
    ("math", {}, None, None, 1), (), ("no_such_module",),
):
    try:
        print(__import__(*args))
    except (TypeError, ValueError, ImportError, KeyError) as e:
        print(type(e).__name__)
print(__import__("math", "globals").__name__)
