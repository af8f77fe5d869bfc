from typing import Literal, Optional

M = Literal["r", "w"]
print(M, M.__args__, Literal[1, 1, True], Literal[Literal[1, 2], 3], Literal[None], Optional[Literal["a"]])
print(Literal[1, 2] == Literal[2, 1], Literal[1] == Literal[True], hash(M) == hash(Literal["w", "r"]))
