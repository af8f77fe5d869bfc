# expect: hand, because CPython asks more of the stream
import io


class Slow(io.IOBase):
    def __init__(self, answers):
        self.answers = answers

    def write(self, data):
        answer = self.answers.pop(0)
        print(bytes(data), answer)
        return answer


writer = io.BufferedWriter(Slow([2, None, 3, -5, 99, 1]), 16)
writer.write(b"abcdef")
for _ in range(4):
    try:
        writer.flush()
        print("flushed")
    except OSError as e:
        print("OSError", e.errno)
