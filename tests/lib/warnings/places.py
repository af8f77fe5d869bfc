import sys
import warnings


def old():
    warnings.warn("old is old", DeprecationWarning, stacklevel=2)


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    old()
    warnings.warn("here")
    warnings.warn(RuntimeWarning("an instance"))
    warnings.warn("far away", stacklevel=99)
    warnings.warn_explicit("told", UserWarning, "a.py", 3)
for record in log:
    print(record.category.__name__, record.message, record.lineno, record.filename[-9:])
print(warnings.formatwarning("m", UserWarning, "a.py", 3, "x = 1"), end="")
print(warnings.formatwarning("m", UserWarning, "nowhere.py", 3), end="")
for arguments in (("m", int), ("m", 3)):
    try:
        warnings.warn(*arguments)
    except TypeError as error:
        print(error)


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", message, category.__name__, lineno)


with warnings.catch_warnings():
    warnings.showwarning = show
    warnings.warn("mine")
print(warnings.showwarning is not show)
catcher = warnings.catch_warnings()
for action in (lambda: catcher.__exit__(None, None, None), catcher.__enter__, catcher.__enter__):
    try:
        print(action())
    except RuntimeError as error:
        print(error)
sys.stderr = sys.stdout
warnings.showwarning("m", UserWarning, "nowhere.py", 3)
with warnings.catch_warnings(action="error"):
    try:
        warnings.warn("an error")
    except UserWarning as error:
        print(error)
