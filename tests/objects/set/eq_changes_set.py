class Evil:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        s.clear()
        return False


s = {Evil()}
s.add(Evil())
print(len(s) >= 1)
s = {Evil(), 5}
print(Evil() in s, s)
s = {Evil()}
t = {Evil(), Evil()} if False else [Evil(), Evil()]
s.update(t)
print(len(s) > 0)
