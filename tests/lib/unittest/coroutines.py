import asyncio
import unittest


class Case(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        print("setUp")

    async def asyncSetUp(self):
        print("asyncSetUp")
        self.loop = asyncio.get_running_loop()

    async def asyncTearDown(self):
        print("asyncTearDown")

    def tearDown(self):
        print("tearDown")

    async def clean(self):
        print("clean")

    async def test_await(self):
        self.addAsyncCleanup(self.clean)
        await asyncio.sleep(0)
        self.assertIs(asyncio.get_running_loop(), self.loop)
        print("awaited")

    async def test_failure(self):
        await asyncio.sleep(0)
        with self.assertRaises(KeyError):
            raise KeyError
        self.fail("late")

    def test_plain(self):
        print("plain")


result = unittest.TestResult()
unittest.TestLoader().loadTestsFromTestCase(Case).run(result)
print(result, [str(test) for test, _ in result.failures])
