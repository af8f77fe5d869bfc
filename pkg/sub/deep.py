import pkg.a
from ..a import value as w
