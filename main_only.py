print(__name__, __file__.endswith('main_only.py'))
if __name__ == '__main__': print('no')
