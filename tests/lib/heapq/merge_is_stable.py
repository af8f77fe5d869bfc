import heapq

first = [(1, "a"), (2, "a"), (2, "b")]
second = [(1, "c"), (2, "c")]
print(list(heapq.merge(first, second, key=lambda pair: pair[0])))
print(list(heapq.merge(first[::-1], second[::-1], key=lambda pair: pair[0], reverse=True)))
