import heapq

print(list(heapq.merge()))
print(list(heapq.merge([], [1], [])))
print(list(heapq.merge([1, 4, 7], [2, 5, 8], [0, 9])))
print(list(heapq.merge([7, 4], [8, 5, 5], reverse=True)))
words = [["b", "ccc"], ["a", "dd", "eee"]]
print(list(heapq.merge(*words, key=len)))
print(list(heapq.merge(*(w[::-1] for w in words), key=len, reverse=True)))
