import argparse

text = "First line.\n    Indented.\n"
for cls in argparse.HelpFormatter, argparse.RawDescriptionHelpFormatter, argparse.RawTextHelpFormatter, argparse.ArgumentDefaultsHelpFormatter, argparse.MetavarTypeHelpFormatter:
    p = argparse.ArgumentParser(prog="p", description=text, formatter_class=cls)
    p.add_argument("--n", type=int, default=4, help="a number\n  of lines")
    print(p.format_help())
