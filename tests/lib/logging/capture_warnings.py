import io
import logging
import warnings

out = io.StringIO()
log = logging.getLogger("py.warnings")
log.propagate = False
log.addHandler(logging.StreamHandler(out))
warnings.simplefilter("always")
shown = warnings.showwarning
logging.captureWarnings(True)
logging.captureWarnings(True)
warnings.warn("careful", DeprecationWarning)
other = io.StringIO()
warnings.showwarning("to a file", UserWarning, "name.py", 3, other)
logging.captureWarnings(False)
print(warnings.showwarning is shown)
print("DeprecationWarning: careful" in out.getvalue(), "to a file" in out.getvalue(), "UserWarning: to a file" in other.getvalue())
