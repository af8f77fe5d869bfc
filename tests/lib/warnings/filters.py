import warnings


def shown(*actions, text="careful", category=UserWarning):
    with warnings.catch_warnings(record=True) as log:
        warnings.resetwarnings()
        for arguments in actions:
            warnings.filterwarnings(*arguments)
        for _ in range(3):
            warnings.warn(text, category)
        warnings.warn(text, category)
    return [(str(record.message), record.category.__name__) for record in log]


print(len(shown(("always",))), len(shown(("default",))), len(shown(("module",))))
print(len(shown(("once", "only once"), text="only once")), len(shown(("ignore",))), len(shown()))
print(shown(("always",), ("ignore", "CARE")))
print(len(shown(("always",), ("ignore", "other"))))
print(len(shown(("always",), ("ignore", "", DeprecationWarning))))
print(len(shown(("always",), ("ignore", "", UserWarning, "__main__"))))
print(len(shown(("always",), ("ignore", "", UserWarning, "elsewhere"))))
print(shown(("once",), text="deep", category=RuntimeWarning))
try:
    shown(("error",))
except UserWarning as error:
    print(repr(error))
for arguments in (("never",), ("always", 3), ("always", "", int), ("always", "", Warning, "", -1)):
    try:
        warnings.filterwarnings(*arguments)
    except AssertionError:
        print("refused", arguments)
