# expect: hand, because CPython has no such function
# The threshold counts in granules; a negative one means automatic.
import gc
print(gc.threshold(1), gc.threshold())
gc.threshold(-5)
print(gc.threshold())
