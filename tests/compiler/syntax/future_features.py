"doc"
from __future__ import print_function, division
from __future__ import (unicode_literals, absolute_import as z,)
print(1 / 2)
for text in ("from __future__ import braces", "from __future__ import no_such",
             "x = 1\nfrom __future__ import division",
             "def f():\n from __future__ import division",
             "if 1:\n from __future__ import division",
             "'a'; 'b'; from __future__ import division"):
    try:
        exec(text)
    except SyntaxError as e:
        print(e.msg, e.lineno)
exec("'a'; from __future__ import division")
