// progress - how far long work has come, on standard error where that is a terminal.
#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

class progress {
public:
    // Nothing is shown where results go to the terminal too, nor in the first second.
    explicit progress(const std::vector<std::string>& files)
        : shown_(isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 0) {
        for (const std::string& file : files) {
            struct stat about {};
            if (file == "-" || stat(file.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) {
                known_ = false;
            } else {
                total_ += static_cast<std::uint64_t>(about.st_size);
            }
        }
    }
    progress(const progress&) = delete;
    progress& operator=(const progress&) = delete;
    ~progress() { clear(); }

    // So many bytes more have been read.
    void add(std::uint64_t bytes) {
        done_ += bytes;
        if (!shown_) return;
        const auto now = clock::now();
        if (now < next_) return;
        next_ = now + std::chrono::milliseconds(200);
        show(std::chrono::duration<double>(now - start_).count());
    }

    // Takes the bar away, for a message or at the end; the next step brings it back.
    void clear() {
        if (!visible_) return;
        std::fputs("\r\033[K", stderr);
        visible_ = false;
    }

private:
    using clock = std::chrono::steady_clock;

    void show(double seconds) {
        visible_ = true;
        const double mib = static_cast<double>(done_) / 1048576;
        if (!known_ || total_ == 0) {
            std::fprintf(stderr, "\r%.0f MiB, %.0f MiB/s\033[K", mib, mib / seconds);
        } else {
            constexpr int width = 30;
            const double share = done_ < total_ ? static_cast<double>(done_) / static_cast<double>(total_) : 1;
            const auto bar = std::string(static_cast<std::size_t>(share * width), '#');
            std::fprintf(stderr, "\r[%-*s] %3.0f %%  %.0f MiB/s  %.0f s left\033[K", width, bar.c_str(), share * 100,
                         mib / seconds, share > 0 ? seconds * (1 - share) / share : 0.0);
        }
        std::fflush(stderr);
    }

    bool shown_;
    bool known_ = true;  // whether every input has a size
    bool visible_ = false;
    std::uint64_t total_ = 0;
    std::uint64_t done_ = 0;
    clock::time_point start_ = clock::now();
    clock::time_point next_ = start_ + std::chrono::seconds(1);
};
