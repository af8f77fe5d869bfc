from .program import main

main(module=None)
