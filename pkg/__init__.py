print('init pkg', __name__, __package__, __path__ is not None)
from . import a
from .a import value as v
__all__ = ['a', 'v', 'sub']
hidden = 1
