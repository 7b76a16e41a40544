// bridge/posix.hpp - a file as a text in memory (mmap), for POSIX systems.
//
//     const sl::mapped_file file("news.txt");
//     if (!file) return fail(file.error());
//     for (const sl::quantity& q : file.text() | sl::extract<>) use(q);
//
// Nothing is read before it is looked at, and release() gives back what is done with, so that a file may be larger than
// memory. A file must not be cut shorter while it is mapped: the system ends a program that reads what is gone.
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <string_view>
#include <utility>

namespace shuliang::inline v0 {

class mapped_file {
public:
    explicit mapped_file(const char* path) noexcept {
        const int file = open(path, O_RDONLY | O_CLOEXEC);
        if (file < 0) {
            error_ = errno;
            return;
        }
        map(file);
        close(file);
    }
    // Of a file that is open already, and stays open.
    explicit mapped_file(int file) noexcept { map(file); }

    mapped_file(const mapped_file&) = delete;
    mapped_file& operator=(const mapped_file&) = delete;
    mapped_file(mapped_file&& other) noexcept
        : data_(std::exchange(other.data_, nullptr)),
          size_(std::exchange(other.size_, 0)),
          released_(std::exchange(other.released_, 0)),
          error_(std::exchange(other.error_, EBADF)) {}
    mapped_file& operator=(mapped_file&& other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        std::swap(released_, other.released_);
        std::swap(error_, other.error_);
        return *this;
    }
    ~mapped_file() {
        if (data_ != nullptr) munmap(data_, size_);
    }

    // Whether there is a text; else error() is an errno. EINVAL: the file is no regular one, as a pipe.
    explicit operator bool() const noexcept { return error_ == 0; }
    int error() const noexcept { return error_; }

    std::string_view text() const noexcept { return {static_cast<const char*>(data_), size_}; }

    // Says that the bytes before `offset` are not needed for now: their memory is given back. They can still be read.
    void release(std::size_t offset) noexcept {
        constexpr std::size_t step = std::size_t{4} << 20;
        offset = offset / step * step;
        if (offset <= released_ || offset > size_) return;
        madvise(static_cast<char*>(data_) + released_, offset - released_, MADV_DONTNEED);
        released_ = offset;
    }

private:
    void map(int file) noexcept {
        struct stat about {};
        if (fstat(file, &about) != 0) {
            error_ = errno;
        } else if (!S_ISREG(about.st_mode)) {
            error_ = EINVAL;
        } else if (about.st_size != 0) {
            size_ = static_cast<std::size_t>(about.st_size);
            data_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
            if (data_ == MAP_FAILED) {
                error_ = errno;
                data_ = nullptr;
                size_ = 0;
            } else {
                madvise(data_, size_, MADV_SEQUENTIAL);
            }
        }
    }

    void* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t released_ = 0;
    int error_ = 0;
};

}  // namespace shuliang::inline v0
