import _thread
print(_thread.stack_size())
print(_thread.stack_size(65536))
print(_thread.stack_size())
print(_thread.stack_size())
try:
    _thread.stack_size(-1)
except ValueError as e:
    print(e)
