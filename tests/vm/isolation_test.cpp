// Many interpreters in one process, on several threads: none sees anything of another.
#include <gtest/gtest.h>

#include <barrier>
#include <thread>
#include <vector>

#include "embedded.hpp"

namespace krait::test {

constexpr int kInterpreters = 1000, kThreads = 4, kRounds = 6;

constexpr std::string_view kSetup = R"(
class Counter:
    made = 0
    def __init__(self, start):
        Counter.made += 1
        self.value = start
        self.log = []
    def step(self, n):
        for i in range(n):
            self.value += 1
            self.log.append({"value": self.value, "text": "n" + str(self.value)})
        if len(self.log) > 50:
            self.log = self.log[-10:]
        return self.value

def numbers():
    n = 0
    while True:
        n += 1
        yield n

source = numbers()
counter = Counter(start)
)";

TEST(Isolation, AThousandInterpretersOnSeveralThreads) {
    std::vector<std::unique_ptr<Embedded>> all;
    for (int i = 0; i < kInterpreters; ++i) {
        all.push_back(std::make_unique<Embedded>(192 * 1024));
        ASSERT_EQ(all[i]->run("start = " + std::to_string(i * 1000)), "");
        ASSERT_EQ(all[i]->run(kSetup), "");
    }
    // In each round every interpreter is used by another thread than before.
    std::barrier round_over(kThreads);
    std::vector<std::thread> threads;
    std::vector<std::string> errors(kThreads);
    for (int t = 0; t < kThreads; ++t)
        threads.emplace_back([&, t] {
            for (int round = 0; round < kRounds; ++round) {
                for (int i = (t + round) % kThreads; i < kInterpreters; i += kThreads) {
                    std::string e = all[i]->run("counter.step(" + std::to_string(i % 7 + 1) +
                                                ")\nlast = next(source)\nbuiltin_name_" +
                                                std::to_string(i) + " = last");
                    if (!e.empty()) errors[t] = e;
                }
                round_over.arrive_and_wait();
            }
        });
    for (auto& thread : threads) thread.join();
    for (auto& e : errors) EXPECT_EQ(e, "");
    for (int i = 0; i < kInterpreters; ++i) {
        ASSERT_EQ(all[i]->run("value = counter.value\nmade = Counter.made"), "");
        EXPECT_EQ(all[i]->global("value"), std::to_string(i * 1000 + (i % 7 + 1) * kRounds));
        EXPECT_EQ(all[i]->global("made"), "1");
        EXPECT_EQ(all[i]->global("last"), std::to_string(kRounds));
        // Names of other interpreters' globals are not there.
        EXPECT_EQ(all[i]->global("builtin_name_" + std::to_string((i + 1) % kInterpreters)),
                  "<unset>");
    }
}

}  // namespace krait::test
