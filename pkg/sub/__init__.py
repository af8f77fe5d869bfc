from .. import a
from ..a import value
from . import deep
