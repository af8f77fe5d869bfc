# expect: hand, because CPython has no btree
# timeout: 60
# stress: no, because it does much
import btree, io

state = 7


def random(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 12) % n


for page_size, least, cache in ((512, 0, 2048), (1024, 6, 0)):
    f, model = io.BytesIO(), {}
    db = btree.open(f, pagesize=page_size, minkeypage=least, cachesize=cache)
    for n in range(1500):
        key = b"%03d" % random(300) * (1 + (random(50) == 0) * random(150))
        what = random(10)
        if what < 6:
            model[key] = db[key] = bytes([random(256)]) * (0, 3, 40, 900)[random(10) // 3]
        elif what < 9:
            try:
                del db[key]
                assert model.pop(key, None) is not None
            except KeyError:
                assert key not in model
        else:
            assert db.get(key) == model.get(key)
        if n % 300 == 0:
            db.close()
            db = btree.open(f, cachesize=cache)
            assert list(db.items()) == sorted(model.items())
    assert list(db.keys()) == sorted(model)
    for key in list(model):
        del db[key]
    print(list(db), len(model) > 50)
    db.close()
