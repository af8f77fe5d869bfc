class Bad:
    def __repr__(self):
        raise ValueError("no text")


a = [1, Bad()]
for i in range(2):
    try:
        print(a)
    except ValueError as e:
        print(e)
a.pop()
print(a)
