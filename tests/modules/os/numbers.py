# mps2: no, because it has no operating system
# Open files by their numbers.
import os

fd = os.open("numbers.txt", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
print(fd > 2, os.write(fd, b"hello world"), os.lseek(fd, 6, os.SEEK_SET), os.read(fd, 99))
print(os.read(fd, 1), os.lseek(fd, -5, os.SEEK_END), os.read(fd, 3), os.fstat(fd).st_size)
os.ftruncate(fd, 5)
os.fsync(fd)
print(os.fstat(fd).st_size, os.isatty(fd))
os.close(fd)
for use in (
    lambda: os.read(fd, 1),
    lambda: os.close(fd),
    lambda: os.fstat(fd),
    lambda: os.open("missing", os.O_RDONLY),
    lambda: os.open("numbers.txt", os.O_WRONLY | os.O_CREAT | os.O_EXCL),
    lambda: os.lseek(-1, 0, 0),
    lambda: os.fdopen(fd),
):
    try:
        use()
        print("no error")
    except OSError as e:
        print(type(e).__name__, e.errno)
with os.fdopen(os.open("numbers.txt", os.O_WRONLY | os.O_APPEND), "a") as f:
    f.write("!")
fd = os.open("numbers.txt", os.O_RDONLY)
with open(fd) as f:
    print(f.read(), f.fileno() == fd)
print(os.write(1, b""))
os.remove("numbers.txt")
