# Backtracking: lists, comprehensions, recursion, membership.
def solve(n, row, columns, ups, downs):
    if row == n:
        return 1
    found = 0
    for column in [c for c in range(n) if c not in columns]:
        up = row + column
        down = row - column
        if up not in ups and down not in downs:
            found += solve(n, row + 1, columns + [column], ups + [up], downs + [down])
    return found


print(solve(9, 0, [], [], []), solve(11, 0, [], [], []))
