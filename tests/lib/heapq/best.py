import heapq

numbers = [(i * 7919) % 101 for i in range(60)]
for n in (-1, 0, 1, 2, 5, 59, 60, 100):
    print(n, heapq.nsmallest(n, numbers)[:8], heapq.nlargest(n, numbers)[:8])
    assert heapq.nsmallest(n, numbers) == sorted(numbers)[:max(n, 0)]
    assert heapq.nlargest(n, iter(numbers)) == sorted(numbers, reverse=True)[:max(n, 0)]
