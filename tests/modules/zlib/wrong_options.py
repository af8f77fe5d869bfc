import zlib


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except (ValueError, TypeError, zlib.error) as e:
        print(type(e).__name__, e)


for options in ({"method": 9}, {"memLevel": 0}, {"memLevel": 10}, {"strategy": -1},
                {"strategy": 5}, {"level": 10}, {"level": -2}, {"wbits": 3}, {"wbits": 48}):
    show(zlib.compressobj, **options)
show(zlib.compress, b"a", level=10)
show(zlib.compress, b"a", wbits=3)
show(zlib.decompressobj, wbits=99)
show(zlib.decompressobj, wbits=-99)
show(zlib.decompress, b"abc", wbits=99)
