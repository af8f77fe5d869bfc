# Runs many programs in one process, in Krait or CPython: batch.py PRELUDE PROGRAMS FIRST [compile]
# PROGRAMS holds them behind one another, each after a line "#### N". Each gets names of its own; its
# log is printed behind a line "#### N", so that what follows a crash or a hang can go on there.
import gc
import sys


def split(text):
    for part in text.split("#### ")[1:]:
        number, _, source = part.partition("\n")
        yield int(number), source


def run(prelude, source):
    space = {"__name__": "program"}
    exec(prelude, space)
    try:
        exec(compile(source, "<program>", "exec"), space)
        end = "end"
    except SyntaxError as e:
        end = "SyntaxError: " + str(e.msg)
    except BaseException as e:
        end = "ended by " + type(e).__name__ + " " + repr(space["lines_of"](e))
    for entry in space["LOG"]:
        print(entry)
    names = [n for n in space if n[0] in "isldtbxa" and n[1:].isdigit()]
    print(*[n + "=" + space["text_of"](space[n]) for n in sorted(names)])
    print(end)


def check(source):
    try:
        compile(source, "<program>", "exec")
        print("compiles")
    except SyntaxError:
        print("SyntaxError")
    except Exception as e:
        print(type(e).__name__)


def main(prelude_file, programs_file, first, mode="run"):
    with open(prelude_file) as f:
        prelude = compile(f.read(), "<prelude>", "exec")
    with open(programs_file) as f:
        programs = f.read()
    for number, source in split(programs):
        if number < int(first):
            continue
        print("####", number)
        if mode == "compile":
            check(source)
        else:
            run(prelude, source)
        sys.stdout.flush()
    gc.collect()


sys.setrecursionlimit(20000)  # fuel ends first
main(*sys.argv[1:])
