print("a\
b", 'it''s', "tab\tq\"q'", r"raw\n", """triple
"quoted" ''inside''""", '\x41\101\u0042\U00000043' if 0 else '\x41\101\u0042\U00000043')
print(b"bytes\x00\xff\n", rb"\x", Rb'\d', br"\w", u"uni", "\0\7\a\b\f\v\r".encode())
print(len("\
"), "a" 'b' """c""" r'\d', ("x"
 "y"))
print("é日本😀", len("é日本😀"), "\ud800".encode("utf-8", "surrogatepass") if 0 else "", ascii("é日本😀"))
print('\\', "\'", '\"', "{}", '#', "a;b")
