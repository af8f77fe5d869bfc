class Evil:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        source.clear()
        return False


source = {Evil(): 1, 5: 2}
target = {Evil(): 3}
try:
    target.update(source)
    print("no error")
except RuntimeError as e:
    print(e)
