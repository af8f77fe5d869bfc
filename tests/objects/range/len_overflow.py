try:
    print(len(range(10**30)))
except OverflowError as e:
    print("OverflowError")
