// Memory that ends where it ends: a text between two pages that nobody may touch.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>
#include <string_view>

#include "support/text.hpp"

namespace support {

// A run of readable pages with a forbidden page on either side.
class guarded {
public:
    explicit guarded(std::size_t bytes)
        : page_(static_cast<std::size_t>(sysconf(_SC_PAGESIZE))), size_((bytes + page_ - 1) / page_ * page_) {
        void* all = mmap(nullptr, size_ + 2 * page_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (all == MAP_FAILED) fail("mmap failed");
        base_ = static_cast<char*>(all);
        if (mprotect(base_ + page_, size_, PROT_READ | PROT_WRITE) != 0) fail("mprotect failed");
    }
    guarded(const guarded&) = delete;
    guarded& operator=(const guarded&) = delete;
    ~guarded() { munmap(base_, size_ + 2 * page_); }

    // Copies of `text` that touch the forbidden page behind, and the one before.
    std::string_view at_end(std::string_view text) { return copy(base_ + page_ + size_ - text.size(), text); }
    std::string_view at_begin(std::string_view text) { return copy(base_ + page_, text); }

private:
    std::string_view copy(char* to, std::string_view text) const {
        if (text.size() > size_) fail("the text does not fit its pages");
        if (!text.empty()) std::memcpy(to, text.data(), text.size());
        return {to, text.size()};
    }

    std::size_t page_;
    std::size_t size_;
    char* base_ = nullptr;
};

}  // namespace support
