// Texts of the tests: characters, files, and copies that end exactly where their memory ends.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shuliang/codepoint.hpp"

namespace support {

// A test that cannot be made at all ends the program. No exception: some tests are compiled without.
[[noreturn]] inline void fail(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::abort();
}

inline std::string encode(char32_t c) {
    const auto tail = [c](int shift) { return static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xC0U | (c >> 6)), tail(0)};
    if (c < 0x10000) return {static_cast<char>(0xE0U | (c >> 12)), tail(6), tail(0)};
    return {static_cast<char>(0xF0U | (c >> 18)), tail(12), tail(6), tail(0)};
}

// The characters of a text, one string each; broken bytes alone.
inline std::vector<std::string> characters(std::string_view text) {
    std::vector<std::string> out;
    const char* end = text.data() + text.size();
    for (const char* at = text.data(); at < end;) {
        const auto length = shuliang::decode(at, end).length;
        out.emplace_back(at, length);
        at += length;
    }
    return out;
}

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) fail("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

inline std::vector<std::string> split(std::string_view text, std::string_view by) {
    std::vector<std::string> out;
    for (;;) {
        const auto at = text.find(by);
        out.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) return out;
        text.remove_prefix(at + by.size());
    }
}

// The texts of SHULIANG_CORPUS, where that is set: real documents, outside the repository.
inline std::vector<std::string> corpus() {
    std::vector<std::string> out;
    const char* folder = std::getenv("SHULIANG_CORPUS");
    if (folder == nullptr) return out;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) out.push_back(read_file(file));
    return out;
}

// A copy in memory of exactly its size, so that AddressSanitizer sees a read of one byte more.
class exact_copy {
public:
    explicit exact_copy(std::string_view text) : size_(text.size()), bytes_(new char[text.size()]) {
        text.copy(bytes_.get(), size_);
    }
    std::string_view view() const { return {bytes_.get(), size_}; }

private:
    std::size_t size_;
    std::unique_ptr<char[]> bytes_;
};

}  // namespace support
