# expect: hand: an async function that yields can be awaited, as in MicroPython, besides iterated
async def driver(n):
    got = yield n
    print("got", got)
    try:
        yield "again"
    except ValueError as e:
        print("caught", e)
    return "returned"


async def main():
    print("result", await driver(1))


task = main()
print(task.send(None), task.send(5))
try:
    task.throw(ValueError("v"))
except StopIteration as e:
    print("end", e.value)


async def iterate():
    async for x in driver(2):
        print(x)
        if x == "again":
            break


try:
    iterate().send(None)
except StopIteration:
    print("iterated")
