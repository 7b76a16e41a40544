// Rules of your own from a file, as regular expressions with quantities in them: rules RULES.tsv TEXT...
#include <fstream>
#include <iostream>
#include <iterator>
#include <shuliang.hpp>
#include <shuliang/bridge/re2.hpp>
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
    const auto rules = sl::re2_rules::parse(read(argv[1]), argv[1], errors);
    for (const auto& e : errors) std::cerr << e.text() << '\n';

    for (int i = 2; i < argc; ++i) {
        const std::string text = read(argv[i]);
        for (const sl::re2_match& m : text | rules) {
            std::cout << rules.name(m.rule()) << ": " << m.text();
            for (const auto& [name, number] : m.names()) {
                if (!m[number]) continue;
                const auto value = m[number].number();
                std::cout << "; " << name << '=' << (value ? std::string(value->text()) : std::string(m[number].text));
            }
            std::cout << '\n';
        }
    }
    return errors.empty() ? 0 : 1;
}
