#include "shuliang/bridge/posix.hpp"

#include <cerrno>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "support/catch.hpp"

namespace sl = shuliang;

namespace {

// A file that is gone with the object.
class temporary {
public:
    explicit temporary(std::string_view content) : file_(std::tmpfile()) {
        std::fwrite(content.data(), 1, content.size(), file_);
        std::fflush(file_);
    }
    temporary(const temporary&) = delete;
    temporary& operator=(const temporary&) = delete;
    ~temporary() { std::fclose(file_); }
    int number() const { return fileno(file_); }

private:
    std::FILE* file_;
};

}  // namespace

TEST_CASE("a file is a text") {
    const temporary file("共30人");
    const sl::mapped_file mapped(file.number());
    REQUIRE(mapped);
    CHECK(mapped.text() == "共30人");
}

TEST_CASE("an empty file is an empty text") {
    const temporary file("");
    const sl::mapped_file mapped(file.number());
    REQUIRE(mapped);
    CHECK(mapped.text().empty());
}

TEST_CASE("what cannot be mapped says why") {
    const sl::mapped_file missing("/nowhere/at/all");
    CHECK_FALSE(missing);
    CHECK(missing.error() == ENOENT);
    CHECK(missing.text().empty());
    const sl::mapped_file folder("/");
    CHECK(folder.error() == EINVAL);
    CHECK(sl::mapped_file(-1).error() == EBADF);
}

TEST_CASE("mapped files move, and can be read again after release") {
    const std::string content(10 << 20, 'x');
    const temporary file(content);
    sl::mapped_file first(file.number());
    first.release(9 << 20);
    CHECK(first.text() == content);
    sl::mapped_file second(std::move(first));
    CHECK(second.text() == content);
    first = std::move(second);
    CHECK(first.text() == content);
    first.release(std::size_t{1} << 40);
    CHECK(first.text() == content);
}
