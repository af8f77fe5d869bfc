from unittest.mock import MagicMock

mock = MagicMock()
print(len(mock), bool(mock), int(mock), list(mock), 3 in mock)
mock.__len__.return_value = 5
mock.__getitem__.return_value = "item"
mock.__iter__.return_value = [1, 2]
print(len(mock), mock["key"], list(mock))
mock.__getitem__.assert_called_once_with("key")
with mock as entered:
    print(entered is mock.__enter__.return_value)
mock.__exit__.assert_called_once_with(None, None, None)
mock.__contains__ = lambda self, item: item == 4
print(4 in mock, 5 in mock)
