// Text in other encodings as UTF-8, piece by piece: what --encoding of the extract tool is made of.
#pragma once

#include <iconv.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <string>
#include <string_view>

// GB18030, Big5, UTF-16LE and whatever else iconv knows. Bytes that mean nothing become U+FFFD and are counted.
class decoder {
public:
    explicit decoder(const std::string& encoding) : handle_(iconv_open("UTF-8", encoding.c_str())) {}
    decoder(const decoder&) = delete;
    decoder(decoder&&) = delete;
    decoder& operator=(const decoder&) = delete;
    decoder& operator=(decoder&&) = delete;
    ~decoder() {
        if (known()) iconv_close(handle_);
    }

    // False for an encoding that iconv does not know.
    bool known() const noexcept { return handle_ != reinterpret_cast<iconv_t>(-1); }

    // The next piece as UTF-8. A character may be cut between two pieces; `final` says that nothing comes any more.
    std::string convert(std::string_view piece, bool final) {
        pending_ += piece;
        std::string out;
        char* from = pending_.data();
        std::size_t left = pending_.size();
        while (left != 0) {
            std::array<char, 4096> buffer{};
            char* to = buffer.data();
            std::size_t room = buffer.size();
            const std::size_t before = left;
            const bool good = iconv(handle_, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
            const int problem = good ? 0 : errno;
            read_ += before - left;
            out.append(buffer.data(), buffer.size() - room);
            if (good || problem == E2BIG) continue;
            if (problem == EINVAL && !final) break;  // the rest of the character comes with the next piece
            if (broken_++ == 0) first_broken_ = read_;
            out += "\xEF\xBF\xBD";
            ++from;
            --left;
            ++read_;
        }
        pending_.erase(0, pending_.size() - left);
        return out;
    }

    // How many bytes meant nothing, and where the first of them was.
    std::uint64_t broken() const noexcept { return broken_; }
    std::uint64_t first_broken() const noexcept { return first_broken_; }

private:
    iconv_t handle_;
    std::string pending_;
    std::uint64_t read_ = 0;
    std::uint64_t broken_ = 0;
    std::uint64_t first_broken_ = 0;
};
