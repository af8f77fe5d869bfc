import asyncio, threading, time
async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    def work():
        time.sleep(0.02)
        loop.call_soon_threadsafe(future.set_result, "from the thread")
    t = threading.Thread(target=work)
    t.start()
    print(await future)
    t.join()
asyncio.run(main())
