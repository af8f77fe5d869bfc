for text in ("[i := 1 for i in x]", "[i := 1 for i, j in x]", "[(i := j) for i in x for j in y]",
             "[[(i := j) for i in x] for j in y]", "[x for x in y if (x := 1)]",
             "[x for x in (y := z)]", "{(k := 1): 2 for k in z}", "[a for a in [b := 1]]",
             "(i := 1 for i in x)", "lambda: [i := 1 for i in x]"):
    try:
        compile(text, "f", "eval")
        print("fine", text)
    except SyntaxError as e:
        print(text, "->", e.msg)
print([last := i for i in range(3)], last)
print([[(inner := i + j) for i in range(2)] for j in range(2)], inner)
