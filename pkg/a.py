print('load a', __name__, __package__)
value = 10
_private = 1
public = 2
