import io
import sys
from contextlib import redirect_stderr, redirect_stdout

out, err = io.StringIO(), io.StringIO()
before = sys.stdout
with redirect_stdout(out) as f:
    print("hidden")
    with redirect_stdout(err):
        print("deeper")
    print("back")
with redirect_stderr(err):
    print("error", file=sys.stderr)
print(f is out, sys.stdout is before, repr(out.getvalue()), repr(err.getvalue()))
try:
    with redirect_stdout(out):
        raise ValueError
except ValueError:
    print(sys.stdout is before)
