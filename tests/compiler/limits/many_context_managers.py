# expect: hand, because CPython nests only 20 blocks
class Manager:
    entered = left = 0
    def __init__(self, fails=False): self.fails = fails
    def __enter__(self):
        Manager.entered += 1
        if self.fails: raise ValueError("enter")
        return Manager.entered
    def __exit__(self, kind, value, trace):
        Manager.left += 1
        return kind is KeyError
def run(count, body):
    items = ", ".join(f"Manager() as m{i}" for i in range(count))
    exec(f"with {items}:\n {body}\n", {"Manager": Manager, "count": count})
for count in (1, 30, 50, 60, 300):
    run(count, "print(m0, m%d)" % (count - 1))
    print(Manager.entered, Manager.left)
    run(count, "{}['key']")
    print(Manager.entered, Manager.left)
    try:
        run(count, "1 / 0")
    except ZeroDivisionError:
        print(Manager.entered, Manager.left)
    Manager.entered = Manager.left = 0
def early(n):
    exec("def f():\n with " + ", ".join(["Manager()"] * n) + ": return 5\n", globals())
    return f()
print(early(100), Manager.entered, Manager.left)
