# Lines are kept.
import marshal

code = marshal.loads(marshal.dumps(compile("a = 1\n\n\ndef f():\n    return a / 0\nf()\n", "t.py", "exec")))
try:
    exec(code, {})
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_lineno)
        tb = tb.tb_next
