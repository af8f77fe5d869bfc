# Lists: the built-in sort with and without key, and a quicksort and a heap in Python.
def pseudo_random(seed, count):
    result = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        result.append(seed >> 8)
    return result


def quicksort(items, low, high):
    while low < high:
        pivot = items[(low + high) >> 1]
        i = low
        j = high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        quicksort(items, low, j)
        low = i


def heapsort(items):
    count = len(items)
    for start in range(count // 2 - 1, -1, -1):
        sift(items, start, count)
    for end in range(count - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift(items, 0, end)


def sift(items, root, count):
    while True:
        child = 2 * root + 1
        if child >= count:
            return
        if child + 1 < count and items[child] < items[child + 1]:
            child += 1
        if items[root] >= items[child]:
            return
        items[root], items[child] = items[child], items[root]
        root = child


data = pseudo_random(1, 60000)
by_builtin = sorted(data)
by_key = sorted(data, key=lambda n: -n)
by_quicksort = list(data)
quicksort(by_quicksort, 0, len(data) - 1)
by_heap = data[:20000]
heapsort(by_heap)
for turn in range(8):
    shuffled = [n ^ 0x155 for n in data]
    shuffled.sort(reverse=turn % 2 == 0)
print(by_builtin == by_quicksort, by_key == by_builtin[::-1], by_heap == sorted(data[:20000]))
print(by_builtin[0], by_builtin[-1], shuffled[0])
