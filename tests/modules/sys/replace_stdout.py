import sys


class Upper:
    def write(self, text):
        real.write(text.upper())
        return len(text)

    def flush(self):
        real.flush()


real = sys.stdout
sys.stdout = Upper()
print("quiet", 1, sep="-", end="!\n", flush=True)
sys.stdout = real
print("plain")
sys.stdout.write("written\n")
sys.stdout = None
print("nowhere")
sys.stdout = real
print(sys.stdout is real)
