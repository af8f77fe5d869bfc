from unittest.mock import ANY, Mock, call, sentinel


def tell(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


mock = Mock(return_value=3)
tell(mock.assert_called)
print(mock(1, b=2), mock.called, mock.call_count, mock.call_args, mock.call_args.kwargs)
mock.assert_called_once_with(1, b=2)
mock.assert_called_with(ANY, b=ANY)
tell(lambda: mock.assert_called_with(2))
tell(mock.assert_not_called)
mock("again")
tell(lambda: mock.assert_called_once())
tell(lambda: mock.assert_any_call("never"))
mock.assert_any_call("again")
mock.assert_has_calls([call(1, b=2), call("again")])
print(mock.call_args_list == [call(1, b=2), call("again")])
mock.reset_mock()
print(mock.call_count, mock.mock_calls, mock())

board = Mock()
board.pin(4).value(1)
board.led.on()
print(board.mock_calls)
print(board.method_calls)
board.assert_has_calls([call.pin(4), call.pin().value(1)])
board.configure_mock(**{"bus.read.return_value": 7, "speed": 9})
print(board.bus.read(), board.speed)
del board.speed
print(hasattr(board, "speed"), board.led is board.led)

effects = Mock(side_effect=[1, ValueError("two"), 3])
for _ in range(3):
    tell(effects)
tell(Mock(side_effect=KeyError("k")))
tell(lambda: Mock(side_effect=lambda value: value * 2)(21))
limited = Mock(spec=["read"])
limited.read()
print(hasattr(limited, "read"), hasattr(limited, "write"), isinstance(Mock(spec=list), list))
print(sentinel.thing is sentinel.thing, sentinel.thing)
tell(lambda: Mock().assert_caled())
