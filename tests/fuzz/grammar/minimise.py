"""Makes a finding small: takes away what can be taken away while the finding stays."""
import ast
import copy


def minimise_program(source, still_fails, tries=600):
    """A valid program, by its tree: fewer statements, then simpler expressions."""
    tree, left = ast.parse(source), [tries]

    def fails(candidate):
        left[0] -= 1
        try:
            text = ast.unparse(ast.fix_missing_locations(candidate)) + "\n"
            ast.parse(text)
        except (SyntaxError, ValueError, AttributeError, RecursionError):
            return False
        return still_fails(text)

    if not fails(tree):
        return source
    changed = True
    while changed and left[0] > 0:
        changed = False
        for edit in (smaller_blocks, unwrapped, simpler_expressions):
            at = 0
            while left[0] > 0:
                candidate = copy.deepcopy(tree)
                found = edit(candidate, at)
                if found is None:
                    break
                if found and fails(candidate):
                    tree, changed = candidate, True
                else:
                    at += 1
    return ast.unparse(tree) + "\n"


def blocks_of(tree):
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody", "handlers", "cases", "decorator_list"):
            block = getattr(node, field, None)
            if isinstance(block, list) and block:
                yield node, field, block


def smaller_blocks(tree, at):
    """Takes away the at-th of: halves of blocks, then single statements. None: there are fewer."""
    edits = []
    for _, _, block in blocks_of(tree):
        half = len(block) // 2
        if half > 1:
            edits += [(block, 0, half), (block, half, len(block))]
    for _, _, block in blocks_of(tree):
        edits += [(block, i, i + 1) for i in reversed(range(len(block)))]
    if at >= len(edits):
        return None
    block, first, last = edits[at]
    needs_one = block and isinstance(block[0], ast.stmt) and last - first == len(block)
    if needs_one and isinstance(block[0], ast.Pass):
        return False
    block[first:last] = [ast.Pass()] if needs_one else []
    return True


def unwrapped(tree, at):
    """Puts the statements inside the at-th compound statement in its place."""
    edits = [(block, i) for _, _, block in blocks_of(tree) for i, node in enumerate(block)
             if isinstance(getattr(node, "body", None), list) and isinstance(node, ast.stmt)]
    if at >= len(edits):
        return None
    block, i = edits[at]
    block[i:i + 1] = block[i].body
    return True


def simpler_expressions(tree, at):
    """Puts a constant or one of its own parts in the place of the at-th expression."""
    edits = []
    for node in ast.walk(tree):
        for field, value in ast.iter_fields(node):
            rows = value if isinstance(value, list) else [value]
            for i, part in enumerate(rows):
                if not isinstance(part, ast.expr) or isinstance(part, (ast.Constant, ast.Name)):
                    continue
                if isinstance(getattr(part, "ctx", None), (ast.Store, ast.Del)):
                    continue
                for new in [ast.Constant(0)] + [c for c in ast.iter_child_nodes(part)
                                                if isinstance(c, ast.expr)]:
                    edits.append((node, field, i if isinstance(value, list) else None, new))
    if at >= len(edits):
        return None
    node, field, i, new = edits[at]
    if i is None:
        setattr(node, field, new)
    else:
        getattr(node, field)[i] = new
    return True


def minimise_text(text, still_fails, tries=400):
    """Any text, by lines and then by characters in ever smaller pieces."""
    for cut in (lambda s: s.splitlines(keepends=True), list):
        parts = cut(text)
        size = max(1, len(parts) // 2)
        while size and tries > 0:
            at, shrunk = 0, False
            while at < len(parts) and tries > 0:
                candidate = parts[:at] + parts[at + size:]
                tries -= 1
                if still_fails("".join(candidate)):
                    parts, shrunk = candidate, True
                else:
                    at += size
            size = size if shrunk and size == 1 else size // 2
        text = "".join(parts)
    return text
