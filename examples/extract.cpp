// extract - the numeric phrases of Chinese text, as JSON lines, as a table, or marked in the text.
//
// Input is read in chunks or mapped, and never held as a whole: memory does not grow with the size of a file. With
// several threads, files are read piece by piece, several pieces at once, and written in order.
// Exit status: 0 everything was read and written; 1 an input could not be read as a whole, a phrase was dropped, or the
// output could not be written (the other inputs are still done); 2 the command line makes no sense.

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>
#include <filesystem>
#include <map>
#include <memory>
#include <shuliang.hpp>
#include <shuliang/counted.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "decode.hpp"
#include "progress.hpp"
#include "shuliang/bridge/json.hpp"
#include "shuliang/bridge/posix.hpp"
#include "shuliang/bridge/threads.hpp"
#include "shuliang/vocabulary_file.hpp"

namespace sl = shuliang;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 20;

// A sentence for the user; `main` puts the name of the tool before it.
struct failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};
// The output cannot be written; nothing more can be done. Without words when its reader has gone (`extract ... |
// head`).
struct write_failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string reason() { return std::strerror(errno); }

// ---- input and output -------------------------------------------------------------------------------------------

struct close_file {
    void operator()(std::FILE* file) const noexcept {
        if (file != stdin && file != stdout) std::fclose(file);
    }
};
using file_handle = std::unique_ptr<std::FILE, close_file>;

class input {
public:
    // `encoding` is empty for UTF-8.
    input(const std::string& path, const std::string& encoding) : label_(path == "-" ? "standard input" : path) {
        if (!encoding.empty()) decoder_ = std::make_unique<decoder>(encoding);
        std::error_code ignored;
        if (path == "-") {
            file_.reset(stdin);
        } else if (fs::is_directory(path, ignored)) {
            throw failure(label_ + ": is a directory; name the files in it");
        } else {
            file_.reset(std::fopen(path.c_str(), "rb"));
            if (!file_) throw failure(label_ + ": cannot open: " + reason());
        }
    }

    // The next bytes of the input, as UTF-8; none at its end.
    std::string_view read(std::vector<char>& buffer) {
        for (;;) {
            const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file_.get());
            if (count < buffer.size() && std::ferror(file_.get()) != 0)
                throw failure(label_ + ": cannot read after byte " + std::to_string(offset_ + count) + ": " + reason());
            offset_ += count;
            if (!decoder_) return {buffer.data(), count};
            converted_ = decoder_->convert({buffer.data(), count}, count == 0);
            if (count == 0 || !converted_.empty()) return converted_;
        }
    }

    // How many bytes have been read.
    std::uint64_t offset() const { return offset_; }

    // False, after a message, if bytes were no text in the encoding.
    bool was_sound(progress& bar) const {
        if (!decoder_ || decoder_->broken() == 0) return true;
        bar.clear();
        std::fprintf(stderr, "extract: %s: byte %llu: no text in this encoding (%llu bytes in this input)\n",
                     label_.c_str(), static_cast<unsigned long long>(decoder_->first_broken()),
                     static_cast<unsigned long long>(decoder_->broken()));
        return false;
    }

    const std::string& label() const { return label_; }

private:
    std::string label_;
    file_handle file_;
    std::unique_ptr<decoder> decoder_;
    std::string converted_;
    std::uint64_t offset_ = 0;
};

class output {
public:
    output() : label_("standard output"), file_(stdout) {}
    explicit output(const std::string& path) : label_(path), file_(std::fopen(path.c_str(), "wb")) {
        if (!file_) throw failure(label_ + ": cannot write: " + reason());
    }

    // Writes to a string that the caller keeps.
    explicit output(std::string& memory) : label_("memory"), memory_(&memory) {}

    void write(std::string_view text) {
        if (memory_ != nullptr) {
            *memory_ += text;
            return;
        }
        if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) fail();
    }

    // Call at the end: what was buffered can still fail to be written.
    void finish() {
        if (std::fflush(file_.get()) != 0) fail();
    }

private:
    [[noreturn]] void fail() const {
        throw write_failure(errno == EPIPE ? "" : label_ + ": cannot write: " + reason());
    }

    std::string label_;
    file_handle file_;
    std::string* memory_ = nullptr;
};

// ---- formats ----------------------------------------------------------------------------------------------------

std::string flags_of(const sl::quantity& q, std::string_view separator) {
    std::string out;
    unsigned bit = 1;
    for (const std::string_view flag : sl::approx_names) {
        if (q.is(static_cast<sl::approx>(bit))) {
            if (!out.empty()) out += separator;
            out += flag;
        }
        bit <<= 1;
    }
    return out;
}

std::string alternatives_of(const sl::quantity& q, std::string_view separator) {
    std::string out;
    for (int i = 0; i < 2; ++i) {
        if (q.alternative(i).empty()) continue;
        if (!out.empty()) out += separator;
        out += q.alternative(i).code();
    }
    return out;
}

// One document in one format. The caller gives all bytes of the document in order through `text`, and its phrases in
// order through `record`, each after its bytes; `settle` between chunks, `finish` at the end.
class writer {
public:
    explicit writer(output& out) : out_(out) {}
    writer(const writer&) = delete;
    writer(writer&&) = delete;
    writer& operator=(const writer&) = delete;
    writer& operator=(writer&&) = delete;
    virtual ~writer() = default;

    virtual void text(std::string_view) {}
    // `noun` is what is counted: empty for nothing, and unless it was asked for.
    virtual void record(const sl::quantity& q, const sl::counted_noun& noun) = 0;
    virtual void settle() {}
    virtual void finish() {}

protected:
    output& out_;
};

class jsonl_writer : public writer {
public:
    // `file` is the name each record carries; empty for none.
    jsonl_writer(output& out, std::string file) : writer(out), file_(std::move(file)) {}

    void record(const sl::quantity& q, const sl::counted_noun& noun) override {
        nlohmann::ordered_json line;
        if (!file_.empty()) line["file"] = file_;
        line.update(sl::to_json(q));
        if (noun) line["counted"] = {{"begin", noun.begin()}, {"end", noun.end()}, {"text", std::string(noun.text())}};
        // JSON has no way to write broken UTF-8: such bytes come out as U+FFFD.
        out_.write(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n');
    }

private:
    std::string file_;
};

class tsv_writer : public writer {
public:
    // `counted`: with the columns of what is counted.
    tsv_writer(output& out, std::string file, bool counted) : writer(out), file_(std::move(file)), counted_(counted) {}

    static void header(output& out, bool with_file, bool counted) {
        out.write(with_file ? "file\t" : "");
        out.write("begin\tend\tkind\tvalue\tfrom\tto\tapprox\tunit\talt\tper\tper_value\ttext");
        out.write(counted ? "\tcounted_begin\tcounted_end\tcounted\n" : "\n");
    }

    void record(const sl::quantity& q, const sl::counted_noun& noun) override {
        std::string line;
        if (!file_.empty()) (line += escaped(file_)) += '\t';
        const auto column = [&line](std::string_view field) { (line += '\t') += escaped(field); };
        line += std::to_string(q.begin());
        column(std::to_string(q.end()));
        column(sl::name(q.kind()));
        column(q.overflowed() ? std::string_view("overflow") : sl::text_of_value(q).view());
        column(sl::text_of_from(q).view());
        column(sl::text_of_to(q).view());
        column(flags_of(q, ","));
        column(q.unit().code());
        column(alternatives_of(q, ","));
        column(q.per().code());
        column(!q.per().empty() && q.per_value() != sl::decimal{1} ? q.per_value().text().view() : std::string_view());
        column(q.text());
        if (counted_) {
            column(noun ? std::to_string(noun.begin()) : "");
            column(noun ? std::to_string(noun.end()) : "");
            column(noun.text());
        }
        out_.write(line + '\n');
    }

private:
    // A field never holds a tab or a line end: they, and the backslash, are written \t \n \r \\.
    static std::string escaped(std::string_view field) {
        std::string out;
        for (const char c : field) switch (c) {
                case '\t':
                    out += "\\t";
                    break;
                case '\n':
                    out += "\\n";
                    break;
                case '\r':
                    out += "\\r";
                    break;
                case '\\':
                    out += "\\\\";
                    break;
                default:
                    out += c;
            }
        return out;
    }

    std::string file_;
    bool counted_;
};

// The text itself, its quantities coloured and labelled: 3000余名[count 3000 名 over]. Without colour the phrase goes
// inside the bracket: [3000余名: count 3000 名 over].
class pretty_writer : public writer {
public:
    pretty_writer(output& out, bool colour) : writer(out), colour_(colour) {}

    void text(std::string_view bytes) override { pending_ += bytes; }

    void record(const sl::quantity& q, const sl::counted_noun& noun) override {
        flush_to(q.begin());
        out_.write(colour_ ? paint(q.kind()) : "[");
        flush_to(q.end());
        const std::string of = noun ? " of " + std::string(noun.text()) : "";
        out_.write((colour_ ? "\033[0m\033[2m[" : ": ") + label(q) + of + (colour_ ? "]\033[0m" : "]"));
    }

    // A phrase can be reported long after its bytes were read, but never longer than the stream holds on to them.
    void settle() override {
        if (pending_.size() > held_back) flush_to(written_ + (pending_.size() - held_back));
    }

    void finish() override { flush_to(written_ + pending_.size()); }

private:
    static constexpr std::size_t held_back = std::size_t{16} * sl::longest_phrase;

    static std::string label(const sl::quantity& q) {
        std::string out{sl::name(q.kind())};
        const auto add = [&out](std::string_view word) {
            if (!word.empty()) (out += ' ') += word;
        };
        if (q.overflowed()) add("overflow");
        add(sl::text_of_value(q).view());
        const auto from = sl::text_of_from(q);
        if (!from.view().empty()) add(std::string(from.view()) + ".." + std::string(sl::text_of_to(q).view()));
        std::string unit{q.unit().code()};
        if (const auto alternatives = alternatives_of(q, ","); !alternatives.empty()) unit += '(' + alternatives + ')';
        if (!q.per().empty()) {
            unit += '/';
            if (q.per_value() != sl::decimal{1}) (unit += q.per_value().text().view()) += ' ';
            unit += q.per().code();
        }
        add(unit);
        add(flags_of(q, " "));
        return out;
    }

    static std::string_view paint(sl::kind kind) {
        switch (kind) {
            case sl::kind::money:
                return "\033[1;32m";
            case sl::kind::percent:
            case sl::kind::fraction:
            case sl::kind::multiple:
            case sl::kind::ratio:
                return "\033[1;35m";
            case sl::kind::measure:
                return "\033[1;34m";
            case sl::kind::date:
            case sl::kind::time:
            case sl::kind::duration:
            case sl::kind::age:
                return "\033[1;33m";
            case sl::kind::identifier:
                return "\033[1;31m";
            default:
                return "\033[1;36m";
        }
    }

    void flush_to(std::uint64_t offset) {
        if (offset <= written_) return;
        const auto count = std::min(static_cast<std::size_t>(offset - written_), pending_.size());
        out_.write(std::string_view(pending_).substr(0, count));
        pending_.erase(0, count);
        written_ += count;
    }

    bool colour_;
    std::string pending_;        // read and not yet written
    std::uint64_t written_ = 0;  // offset of the first byte of pending_
};

// ---- the command line -------------------------------------------------------------------------------------------

struct options {
    std::vector<std::string> files;
    std::string format = "jsonl";
    std::vector<std::string> kinds;
    std::string colour = "auto";
    std::string output_dir;
    std::string encoding;
    std::string vocabulary;
    unsigned threads = 1;
    sl::loaded_vocabulary words;
    sl::options choices;
    bool counted = false;
    std::array<bool, sl::kind_count> wanted{};
};

std::string all_kinds() {
    std::string out;
    for (const std::string_view kind : sl::kind_names) (out += out.empty() ? "" : ", ") += kind;
    return out;
}

// Sets options.wanted from options.kinds; an unknown name is a failure.
void choose_kinds(options& options) {
    if (options.kinds.empty()) {
        options.wanted.fill(true);
        options.wanted[static_cast<std::size_t>(sl::kind::identifier)] = false;
    }
    for (const std::string& wanted : options.kinds) {
        std::size_t i = 0;
        while (i < sl::kind_count && sl::kind_names[i] != wanted) ++i;
        if (i == sl::kind_count) throw failure("--kinds: there is no kind '" + wanted + "'; there are " + all_kinds());
        options.wanted[i] = true;
    }
}

std::string output_path(const options& options, const std::string& file) {
    const std::string stem = file == "-" ? "stdin" : fs::path(file).stem().string();
    return (fs::path(options.output_dir) / (stem + '.' + options.format)).string();
}

// With --output-dir every input needs a file of its own, and none may be an input.
void check_outputs(const options& options) {
    if (options.output_dir.empty()) return;
    if (options.format == "pretty") throw failure("--output-dir: takes --format jsonl or tsv");
    std::map<std::string, std::string> owner;
    for (const std::string& file : options.files) {
        const std::string path = output_path(options, file);
        if (const auto [other, is_new] = owner.emplace(path, file); !is_new)
            throw failure(std::string("--output-dir: ")
                              .append(other->second)
                              .append(" and ")
                              .append(file)
                              .append(" would both be written to ")
                              .append(path));
        for (const std::string& input : options.files) {
            std::error_code ignored;
            if (fs::equivalent(path, input, ignored))
                throw failure("--output-dir: " + path + " is an input and would be overwritten");
        }
    }
    std::error_code error;
    fs::create_directories(options.output_dir, error);
    if (error) throw failure("--output-dir: " + options.output_dir + ": cannot create: " + error.message());
}

std::unique_ptr<writer> make_writer(const options& options, output& out, const std::string& file) {
    const bool name_files = options.files.size() > 1 && options.output_dir.empty();
    if (options.format == "jsonl") return std::make_unique<jsonl_writer>(out, name_files ? file : "");
    if (options.format == "tsv") return std::make_unique<tsv_writer>(out, name_files ? file : "", options.counted);
    const bool colour = options.colour == "always" || (options.colour == "auto" && isatty(STDOUT_FILENO) == 1);
    return std::make_unique<pretty_writer>(out, colour);
}

// Reads the words of the user, if any are named.
void load_vocabulary(options& options) {
    if (options.vocabulary.empty()) return;
    std::vector<char> buffer(chunk_size);
    std::string text;
    input in(options.vocabulary, {});
    for (auto bytes = in.read(buffer); !bytes.empty(); bytes = in.read(buffer)) text += bytes;
    std::vector<sl::file_error> errors;
    options.words = sl::loaded_vocabulary::parse(text, options.vocabulary, errors);
    std::string problems;
    for (std::size_t i = 0; i < errors.size() && i < 10; ++i)
        problems += (i == 0 ? "" : "\nextract: ") + errors[i].text();
    if (!problems.empty()) throw failure(problems);
    options.choices.words = options.words;
}

// False, after a message, if a phrase had to be dropped.
bool nothing_dropped(const sl::report& report, const std::string& label, progress& bar) {
    if (report.dropped == 0) return true;
    bar.clear();
    std::fprintf(stderr, "extract: %s: byte %llu: a phrase of more than %d bytes was dropped (%llu in this input)\n",
                 label.c_str(), static_cast<unsigned long long>(report.first_dropped), sl::longest_phrase,
                 static_cast<unsigned long long>(report.dropped));
    return false;
}

// Reads one input to its end. False, after a message, if a phrase had to be dropped.
bool extract(input& in, const options& options, writer& to, std::vector<char>& buffer, progress& bar) {
    sl::stream stream(options.choices);
    std::uint64_t read = 0;
    const auto sink = [&](const sl::quantity& q) {
        if (options.wanted[static_cast<std::size_t>(q.kind())])
            to.record(q, options.counted ? sl::counted(q, stream.around()) : sl::counted_noun{});
    };
    for (;;) {
        const std::string_view chunk = in.read(buffer);
        if (chunk.empty()) break;
        to.text(chunk);
        stream.feed(chunk, sink);
        to.settle();
        bar.add(in.offset() - read);
        read = in.offset();
    }
    stream.finish(sink);
    to.finish();
    const bool sound = in.was_sound(bar);
    return nothing_dropped(stream.report(), in.label(), bar) && sound;
}

// Where the results of one input go: standard output, or a file of its own.
class destination {
public:
    destination(output& standard, const options& options, const std::string& file) : to_(&standard) {
        if (options.output_dir.empty()) return;
        own_ = std::make_unique<output>(output_path(options, file));
        to_ = own_.get();
        if (options.format == "tsv") tsv_writer::header(*own_, false, options.counted);
    }
    output& get() { return *to_; }
    void finish() {
        if (own_) own_->finish();
    }

private:
    output* to_;
    std::unique_ptr<output> own_;
};

// All inputs, one after the other, by one thread or by several.
class work {
public:
    explicit work(const options& options) : options_(options), bar_(options.files), buffer_(chunk_size) {}

    int run() {
        if (options_.format == "tsv" && options_.output_dir.empty())
            tsv_writer::header(standard_, options_.files.size() > 1, options_.counted);
        sl::in_order<job>(
            options_.threads, [this](job& j) { return next(j); }, [this](job& j) { read(j); },
            [this](job& j) { use(j); });
        standard_.finish();
        bar_.clear();
        return status_;
    }

private:
    // A piece of a file that is mapped, or a whole input that is read in its turn: pipes, other encodings, and what
    // cannot be opened, which is said then.
    struct job {
        const std::string* file = nullptr;
        std::shared_ptr<sl::mapped_file> mapped;
        sl::piece here;
        sl::piece_engine engine;
        sl::columns rows;
        sl::report report;
        std::string written;
    };

    static constexpr std::size_t piece_size = std::size_t{256} << 10;

    bool next(job& j) {
        if (mapped_ && last_.end == mapped_->text().size()) mapped_ = nullptr;
        if (!mapped_) {
            if (given_ == options_.files.size()) return false;
            j.file = &options_.files[given_++];
            last_ = {};
            // One thread reads as fast from a file as from memory, and an edited file does it no harm.
            if (options_.threads != 1 && options_.encoding.empty() && options_.format != "pretty" && *j.file != "-")
                mapped_ = std::make_shared<sl::mapped_file>(j.file->c_str());
            if (mapped_ && (!*mapped_ || mapped_->text().empty())) mapped_ = nullptr;
        } else {
            j.file = &options_.files[given_ - 1];
        }
        j.mapped = mapped_;
        if (mapped_) j.here = last_ = sl::next_piece(mapped_->text(), last_, piece_size);
        return true;
    }

    void read(job& j) const {
        if (j.mapped && j.here.free) write(j, j.engine.begin(j.mapped->text(), j.here, options_.choices));
    }

    // What `engine` finds, as it will be written.
    void write(job& j, sl::zh::engine& engine) const {
        const auto text = j.mapped->text();
        j.rows.clear();
        j.report = j.rows.append(engine, text.data());
        j.written.clear();
        output memory(j.written);
        const auto to = make_writer(options_, memory, *j.file);
        for (std::size_t i = 0; i < j.rows.size(); ++i) {
            if (!options_.wanted[static_cast<std::size_t>(j.rows.kind()[i])]) continue;
            const auto q = j.rows.at(i, text);
            to->record(q, options_.counted ? sl::counted(q, text) : sl::counted_noun{});
        }
    }

    void use(job& j) {
        try {
            if (!j.mapped) return whole(*j.file);
            const auto text = j.mapped->text();
            if (j.here.begin == 0) {
                report_ = {};
                past_ = failed_ = false;
                try {
                    to_ = std::make_unique<destination>(standard_, options_, *j.file);
                } catch (...) {
                    failed_ = true;
                    throw;
                }
            }
            if (failed_) return;
            if (past_) {
                j.engine = before_;
                write(j, j.engine.go_on(text, j.here, options_.choices));
            }
            past_ = j.engine.past(text, j.here);
            if (past_) before_ = j.engine;
            if (report_.dropped == 0) report_.first_dropped = j.report.first_dropped;
            report_.dropped += j.report.dropped;
            to_->get().write(j.written);
            bar_.add(j.here.end - j.here.begin);
            j.mapped->release(j.here.begin);
            if (j.here.end != text.size()) return;
            to_->finish();
            if (!nothing_dropped(report_, *j.file, bar_)) status_ = 1;
            j.mapped = nullptr;
        } catch (const failure& problem) {
            say(problem);
        }
    }

    void whole(const std::string& file) {
        input in(file, options_.encoding);
        destination to(standard_, options_, file);
        if (!extract(in, options_, *make_writer(options_, to.get(), file), buffer_, bar_)) status_ = 1;
        to.finish();
    }

    void say(const failure& problem) {
        bar_.clear();
        std::fprintf(stderr, "extract: %s\n", problem.what());
        status_ = 1;
    }

    const options& options_;
    output standard_;
    progress bar_;
    std::vector<char> buffer_;
    int status_ = 0;
    // Of the file whose pieces are given out.
    std::size_t given_ = 0;
    std::shared_ptr<sl::mapped_file> mapped_;
    sl::piece last_;
    // Of the file whose pieces are used.
    std::unique_ptr<destination> to_;
    sl::piece_engine before_;
    bool past_ = false;
    bool failed_ = false;
    sl::report report_;
};

// Fills `options`; true if that was all: --help and --version.
bool parse(int argc, char** argv, options& options) {
    CLI::App app{"Finds the numeric phrases of Chinese text (UTF-8) and says what they mean."};
    app.name("extract");
    app.set_version_flag("--version", "extract (shuliang) " SHULIANG_VERSION);
    app.add_option("FILE", options.files, "Texts to read; - or none is standard input");
    app.add_option("--format", options.format, "jsonl (default), tsv, or pretty: the text with its quantities marked")
        ->check(CLI::IsMember({"jsonl", "tsv", "pretty"}))
        ->type_name("FORMAT");
    app.add_option("--kinds", options.kinds, "Only these, as money,percent (default: all but identifier)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("KINDS");
    app.add_flag("--counted", options.counted, "Say with each quantity what is counted: 3000余名 of 党员");
    app.add_option("--color", options.colour, "For pretty: auto (default: on a terminal), always, never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
    app.add_option("--threads", options.threads, "Threads that read files; 0: one for each processor (default: 1)")
        ->check(CLI::Range(0U, 1024U))
        ->type_name("N");
    app.add_option("--output-dir", options.output_dir, "Write DIR/<stem>.jsonl (or .tsv) for each file")
        ->type_name("DIR");
    app.add_option(
           "--encoding", options.encoding,
           "What the texts are written in, as GB18030 or Big5 (default: UTF-8); offsets are those of their UTF-8")
        ->type_name("NAME");
    app.add_option("--vocabulary", options.vocabulary,
                   "Words beside the built-in ones, as CSV or TSV with a column symbol (docs/vocabulary_file.md)")
        ->type_name("FILE");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != 0) throw failure(error.what());
        app.exit(error);
        return true;
    }
    if (options.files.empty()) options.files.emplace_back("-");
    choose_kinds(options);
    check_outputs(options);
    load_vocabulary(options);
    if (!options.encoding.empty() && !decoder(options.encoding).known())
        throw failure("--encoding: there is no encoding '" + options.encoding + "'; iconv --list names them");
    return false;
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is then an error of write, which is handled
    try {
        options options;
        try {
            if (parse(argc, argv, options)) return 0;
        } catch (const failure& problem) {
            std::fprintf(stderr, "extract: %s\nTry extract --help.\n", problem.what());
            return 2;
        }
        return work(options).run();
    } catch (const std::exception& problem) {
        if (*problem.what() != '\0') std::fprintf(stderr, "extract: %s\n", problem.what());
        return 1;
    }
}
