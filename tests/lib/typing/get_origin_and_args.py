from typing import Callable, ClassVar, Dict, Generic, List, Literal, Optional, Tuple, Union, get_args, get_origin

for t in (List[int], list[int], Dict[str, int], Union[int, str], int | str, Optional[int], Callable[[int], str],
          Callable[..., int], Tuple[int, ...], Literal[1, "a"], ClassVar[int], int, List, Generic, None, "x"):
    print(get_origin(t), get_args(t))
