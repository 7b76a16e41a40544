// Words of your own from a file: vocabulary WORDS.csv TEXT...
#include <fstream>
#include <iostream>
#include <iterator>
#include <shuliang.hpp>
#include <shuliang/vocabulary_file.hpp>
#include <string>
#include <vector>

namespace sl = shuliang;

static std::string read(const char* path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    std::vector<sl::file_error> errors;
    const auto words = sl::loaded_vocabulary::parse(read(argv[1]), argv[1], errors);
    for (const auto& e : errors) std::cerr << e.text() << '\n';

    const sl::options choices{.words = words};
    for (int i = 2; i < argc; ++i) {
        const std::string text = read(argv[i]);
        for (const sl::quantity& q : sl::extract<>(text, choices))
            std::cout << q.text() << '\t' << sl::text_of(q).view() << '\n';
    }
    return errors.empty() ? 0 : 1;
}
