# mps2: no, because a chip has no process
import os

os.environ["KRAIT_A"] = "a b"
print(os.system("test \"$KRAIT_A\" = 'a b'"), os.system("exit 3") >> 8, os.system("false") != 0)
print(os.system("no_such_command_here 2>/dev/null") >> 8, os.getpid() > 1)
