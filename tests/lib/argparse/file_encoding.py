import argparse

with open("text", "wb") as f:
    f.write(b"caf\xe9")
parser = argparse.ArgumentParser()
parser.add_argument("file", type=argparse.FileType("r", encoding="latin-1"))
with parser.parse_args(["text"]).file as f:
    print(f.read(), f.encoding)
