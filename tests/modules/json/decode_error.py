import json

try:
    json.loads('[1,\n x]')
except json.JSONDecodeError as e:
    print(e.args, e.msg, repr(e.doc), e.pos, e.lineno, e.colno, isinstance(e, ValueError))
e = json.JSONDecodeError("wrong", "ab\nc", 3)
print(e, e.lineno, e.colno)
