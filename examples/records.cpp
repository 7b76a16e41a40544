// A folder of reports becomes one CSV table: records FOLDER
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <shuliang.hpp>
#include <shuliang/delimited.hpp>
#include <shuliang/fields.hpp>
#include <vector>

namespace sl = shuliang;
namespace fs = std::filesystem;

// What a report says. A text can hold several.
struct report {
    sl::quantity enterprises;
    std::optional<double> rate;
    std::optional<int> workers;
    sl::quantity funds;
};

inline constexpr auto schema = sl::fields<report>(sl::field<&report::enterprises, sl::count>("复工复产企业").required(),
                                                  sl::field<&report::rate, sl::percent>("复工率", "开工率"),
                                                  sl::field<&report::workers>("返岗工人", "返岗人员"),
                                                  sl::field<&report::funds, sl::money>("帮扶资金"));

int main(int argc, char** argv) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(argc > 1 ? argv[1] : ".")) files.push_back(entry.path());
    std::sort(files.begin(), files.end());

    std::cout << "file,enterprises,rate,workers,funds,as written\n";
    for (const fs::path& file : files) {
        std::ifstream in(file, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        for (const auto& found : text | schema) {
            std::cout << file.filename().string() << ',' << sl::text_of_value(found->enterprises).view() << ',';
            if (found->rate) std::cout << *found->rate;
            std::cout << ',';
            if (found->workers) std::cout << *found->workers;
            std::cout << ',' << sl::text_of_value(found->funds).view() << ',';
            std::cout << sl::csv_cell(found.source<&report::enterprises>().value.text()) << '\n';
            if (found.missing() != 0) std::cerr << file.filename() << ": " << found.missing() << " not found\n";
        }
    }
}
