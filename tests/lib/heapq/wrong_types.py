import heapq

calls = [lambda: heapq.heappush((), 1), lambda: heapq.heappop({}), lambda: heapq.heapify("ab"),
         lambda: heapq.heappush([]), lambda: heapq.heapify(), lambda: heapq.heappop([], 1),
         lambda: heapq.heappush([1, "a"], None)]
for call in calls:
    try:
        call()
    except TypeError:
        print("TypeError")
