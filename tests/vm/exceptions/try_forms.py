def f(kind):
    log = []
    try:
        log.append("try")
        if kind: raise kind("x")
    except ValueError as e:
        log.append("value " + str(e))
    except (KeyError, IndexError):
        log.append("lookup")
    except Exception:
        log.append("exc")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log
for k in (None, ValueError, KeyError, IndexError, TypeError):
    print(f(k))
def g():
    try:
        return "try"
    finally:
        print("fin")
print(g())
def h():
    try:
        return "try"
    finally:
        return "finally"
print(h())
def i():
    try:
        raise ValueError
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        print("f")
print(i())
def j():
    try: pass
    except: pass
    else: return "else"
    finally: print("fj")
print(j())
def k():
    try:
        try:
            1 / 0
        finally:
            print("inner finally")
    except ZeroDivisionError:
        print("outer")
    try:
        try:
            1 / 0
        except KeyError:
            print("no")
    except ZeroDivisionError:
        print("outer2")
k()
