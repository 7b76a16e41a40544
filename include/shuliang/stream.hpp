// stream.hpp - extraction from text that comes in pieces: files larger than memory, sockets, decompressors.
//
//     sl::stream s;
//     while (read(buffer)) s.feed(buffer, sink);
//     s.finish(sink);
//
// The phrases are those of the whole text, wherever the pieces are cut, with offsets from its beginning. The object
// holds 64 KiB and allocates nothing.
#pragma once

#include <string_view>

#include "shuliang/extract.hpp"

namespace shuliang::inline v0 {

class stream {
public:
    explicit stream(const options& choices = default_options) noexcept : choices_(&choices) {}
    explicit stream(const options&&) = delete;
    stream(const stream&) = delete;
    stream(stream&&) = delete;
    stream& operator=(const stream&) = delete;
    stream& operator=(stream&&) = delete;
    ~stream() = default;

    // Takes the next piece; hands phrases that nothing to come can change to `sink(const quantity&)`. What
    // `quantity::text()` shows is valid during the call only.
    template <class Sink>
    void feed(std::string_view piece, Sink&& sink) {
        while (!piece.empty()) {
            const auto room = capacity - size_;
            const auto taken = piece.size() < room ? piece.size() : room;
            std::char_traits<char>::copy(buffer_ + size_, piece.data(), taken);
            size_ += taken;
            piece.remove_prefix(taken);
            if (size_ == capacity) run(false, sink);
        }
    }

    // Says that the text is complete. The object can then take another text.
    template <class Sink>
    void finish(Sink&& sink) {
        run(true, sink);
        engine_ = zh::engine{};
        offset_ = 0;
        size_ = at_ = floor_ = 0;
        skipping_ = false;
    }

    // While a sink is called: the text at hand around the phrase, at least `context` bytes on either side where the
    // text has them. What looks at the surroundings of a phrase takes it, as `counted` does.
    std::string_view around() const noexcept { return {buffer_, size_}; }

    // Counts since the object was made; offsets count from the beginning of the text of that time.
    const shuliang::report& report() const noexcept { return report_; }

private:
    static constexpr std::size_t capacity = std::size_t{1} << 16;
    // A phrase may begin anywhere before this distance from the end of what is known: then it and all that decides it
    // are in the buffer, or it is too long.
    static constexpr std::size_t reach = 2 * (std::size_t{longest_phrase} + 4 * std::size_t{context});

    template <class Sink>
    void run(bool final, Sink& sink) {
        const auto stop = final ? size_ : size_ > reach ? size_ - reach : std::size_t{0};
        if (skipping_) skip_rest();
        engine_.resume(buffer_, size_, *choices_, buffer_ + at_, buffer_ + floor_, buffer_ + stop);
        record r;
        details d;
        while (engine_.next(r, d)) {
            const auto phrase = std::string_view{buffer_ + r.begin, r.length};
            r.begin += offset_;
            ++report_.phrases;
            sink(quantity(r, d, phrase, engine_.units()));
        }
        if (engine_.dropped() != 0) {
            if (report_.dropped == 0)
                report_.first_dropped = offset_ + static_cast<std::uint64_t>(engine_.first_dropped() - buffer_);
            report_.dropped += engine_.dropped();
            engine_.forget_dropped();
        }
        at_ = static_cast<std::size_t>(engine_.position() - buffer_);
        floor_ = static_cast<std::size_t>(engine_.floor() - buffer_);
        if (final) return;
        skipping_ = skipping_ || engine_.take_cut();
        // Keep what look-behind may need.
        const auto keep_from = at_ > keep ? at_ - keep : 0;
        engine_.shift(static_cast<std::ptrdiff_t>(keep_from));
        std::char_traits<char>::move(buffer_, buffer_ + keep_from, size_ - keep_from);
        size_ -= keep_from;
        offset_ += keep_from;
        at_ -= keep_from;
        floor_ = floor_ > keep_from ? floor_ - keep_from : 0;
    }

    // A phrase that is too long goes on behind the buffer: what continues it is no phrase of its own.
    void skip_rest() noexcept {
        const char* end = buffer_ + size_;
        const char* p = buffer_ + at_;
        while (p < end) {
            const auto c = zh::at(p, end);
            if (c.cls() == zh::char_class::none && !zh::detail::is_alnum(c.id) && !zh::detail::joins_name(c.id)) {
                skipping_ = false;
                break;
            }
            p += c.length;
        }
        at_ = floor_ = static_cast<std::size_t>(p - buffer_);
    }

    static constexpr std::size_t keep = 8 * std::size_t{context};

    zh::engine engine_;
    const options* choices_;
    std::uint64_t offset_ = 0;  // of the buffer in the text
    std::size_t size_ = 0;
    std::size_t at_ = 0;
    std::size_t floor_ = 0;
    bool skipping_ = false;
    shuliang::report report_;
    char buffer_[capacity];
};

}  // namespace shuliang::inline v0
