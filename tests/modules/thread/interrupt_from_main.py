import _thread
try:
    _thread.interrupt_main()
    for i in range(10):
        pass
    print("missed")
except KeyboardInterrupt:
    print("interrupted")
