from typing import Any, List, Optional, Union

print(Union[int, str], Optional[int], Union[int, None], Union[int], Union[int, int, str], Union[Union[int, str], float])
print(Union[int, str] == Union[str, int], Optional[int] == (int | None), Union[int, str].__args__, Optional[str].__args__)
print(isinstance(1, Union[int, str]), issubclass(str, Union[int, str]), isinstance(None, Optional[int]))
print(List[int] | None, Optional[List[int]], Any, Union[Any, int], hash(Union[int, str]) == hash(Union[str, int]))
for bad in lambda: Union[()], lambda: Union, lambda: Optional[int, str], lambda: Union(), lambda: Optional:
    try:
        print(bad())
    except TypeError as e:
        print(e)
