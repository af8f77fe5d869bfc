a = [10, 20, 30]
print(a[0], a[2], a[-1], a[-3], a[True])


class Index:
    def __index__(self):
        return 1


print(a[Index()])
