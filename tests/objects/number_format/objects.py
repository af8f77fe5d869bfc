class Plain:
    def __str__(self):
        return "plain"


class Own:
    def __format__(self, spec):
        return f"<{spec}>"


print(format(Plain()), f"{Plain()}", f"{Own():a b}", format(Own()), f"{Own()!r:>5.1}"[:2], f"{3:{'0'}{5}d}")
for value in ([], None, Plain(), {}, (1,)):
    try:
        print(format(value, "5"))
    except TypeError as e:
        print(e)
