import itertools

for function in (itertools.product, itertools.zip_longest, itertools.chain, itertools.islice):
    try:
        function([1], x=1)
    except TypeError as e:
        print(e)
print(list(itertools.combinations([], 3)), list(itertools.combinations_with_replacement([], 3)))
