import typing

missing = [name for name in typing.__all__ if not hasattr(typing, name)]
print(missing)
from typing import *
print(List[int], Optional[int])
