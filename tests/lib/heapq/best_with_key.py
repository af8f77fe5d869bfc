import heapq

words = ["pear", "fig", "apple", "kiwi", "plum", "date", "banana"]
for n in range(1, 8):
    print(heapq.nsmallest(n, words, key=len), heapq.nlargest(n, words, key=len))
