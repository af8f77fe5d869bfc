import textwrap
from unittest.mock import MagicMock, patch


class Board:
    speed = 3

    def read(self):
        return "real"


with patch.object(Board, "read", return_value="mocked") as read:
    print(Board().read(), isinstance(read, MagicMock))
print(Board().read())
board = Board()
with patch.object(board, "speed", 9):
    print(board.speed, Board.speed)
print(board.speed, vars(board))


@patch("textwrap.dedent")
def use(argument, dedent):
    dedent.return_value = "flat"
    return argument, textwrap.dedent("  x")


print(use(1), textwrap.dedent("  x"))
settings = {"a": 1}
with patch.dict(settings, {"b": 2}, a=3):
    print(settings)
with patch.dict(settings, clear=True):
    print(settings)
print(settings)
patcher = patch("__main__.Board.speed", 7)
print(patcher.start(), Board.speed)
patch.stopall()
print(Board.speed)
for target, kind in (("Board", TypeError), ("__main__.Board.nothing", AttributeError)):
    try:
        with patch(target):
            print("never")
    except kind as error:
        print(type(error).__name__)
