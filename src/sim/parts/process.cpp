#include "sim/parts/process.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

extern char** environ;

namespace krait::sim {

namespace {

// The name's part of an entry, with the equals sign.
std::string_view name_of(std::string_view entry) { return entry.substr(0, entry.find('=') + 1); }

std::vector<std::string>::iterator find(std::vector<std::string>& entries, std::string_view name) {
    const std::string start = std::string(name) + "=";
    return std::find_if(entries.begin(), entries.end(),
                        [&](const std::string& entry) { return name_of(entry) == start; });
}

}  // namespace

HostProcess::HostProcess() {
    for (char** entry = environ; entry && *entry; ++entry)
        if (name_of(*entry).size() > 1) entries_.emplace_back(*entry);
}

std::string_view HostProcess::variable(std::string_view name) {
    const auto found = find(entries_, name);
    return found == entries_.end() ? std::string_view()
                                   : std::string_view(*found).substr(name.size() + 1);
}

std::string_view HostProcess::entry(usize index) {
    return index < entries_.size() ? std::string_view(entries_[index]) : std::string_view();
}

void HostProcess::set_variable(std::string_view name, std::string_view value) {
    remove_variable(name);
    entries_.push_back(std::string(name) + "=" + std::string(value));
}

void HostProcess::remove_variable(std::string_view name) {
    const auto found = find(entries_, name);
    if (found != entries_.end()) entries_.erase(found);
}

hal::IoResult HostProcess::run(std::string_view command) {
    std::vector<char*> environment;
    for (std::string& text : entries_) environment.push_back(text.data());
    environment.push_back(nullptr);
    std::string shell = "sh", option = "-c", line(command);
    char* arguments[] = {shell.data(), option.data(), line.data(), nullptr};
    pid_t child = 0;
    const int problem =
        ::posix_spawn(&child, "/bin/sh", nullptr, nullptr, arguments, environment.data());
    if (problem != 0) return static_cast<hal::Errno>(problem);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return static_cast<hal::Errno>(errno);
    return status;
}

i32 HostProcess::identifier() { return ::getpid(); }

}  // namespace krait::sim
