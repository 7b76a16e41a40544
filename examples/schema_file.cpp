// Records by a schema that comes from a file: schema_file FIELDS.csv TEXT...
#include <fstream>
#include <iostream>
#include <iterator>
#include <shuliang.hpp>
#include <shuliang/field_table.hpp>
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
    const auto schema = sl::field_table::parse(read(argv[1]), argv[1], errors);
    for (const auto& e : errors) std::cerr << e.text() << '\n';

    for (int i = 2; i < argc; ++i) {
        const std::string text = read(argv[i]);
        for (const auto& found : text | schema) {
            for (std::size_t f = 0; f < schema.size(); ++f) {
                const auto& source = found.source(f);
                std::cout << schema.name(f) << ": ";
                if (source)
                    std::cout << sl::text_of_value(source.value).view() << " ("
                              << text.substr(source.label_begin, source.label_end - source.label_begin) << ", byte "
                              << source.value.begin() << ")\n";
                else
                    std::cout << (schema.is_required(f) ? "missing\n" : "-\n");
            }
        }
    }
    return errors.empty() ? 0 : 1;
}
