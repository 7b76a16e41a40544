// combine.hpp - extractors made of extractors, as named constants.
//
//     inline constexpr auto people = sl::count.of("人", "名", "位");
//     inline constexpr auto large = sl::money.where([](const sl::quantity& q) { return q.value() > 1'000'000; });
//     inline constexpr auto& pair = sl::sequence<people, sl::lit<"和", "与">, sl::money>;
//     for (const auto& found : text | sl::extract<pair, large>) ...
//
// There are two sorts. A *filter* keeps some of the quantities of the whole extraction as they are: a kind, `of`,
// `where`, `labelled`, `preceded_by`, `followed_by` of filters, and `either` of them. A *pattern* is a run of
// quantities and words without anything between: `sequence`, and whatever is made with one. Filters give quantities,
// patterns a `group` of them. No filter and no pattern changes how a quantity is read.
//
// Of several that match at one place the one that reaches furthest wins, then the one that begins first, then the one
// that is named first. Matches are in text order and never overlap.
//
// constexpr, noexcept, no allocation. Linear in the text; a pattern reads again what it looked ahead for, a number of
// quantities that its length bounds.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "shuliang/extract.hpp"
#include "shuliang/literal.hpp"

namespace shuliang::inline v0 {

// What is said of single quantities: `accepts(q, text)`, where `text` is all of the text.
template <class E>
concept filter = requires(const E& e, const quantity& q, std::string_view text) {
    { e.accepts(q, text) } -> std::same_as<bool>;
};
// What runs over several. `parts` is how many quantities it has at most.
template <class E>
concept pattern = E::is_pattern;
template <class E>
concept any_extractor = filter<E> || pattern<E>;

// What a pattern found: the bytes from its first part to its last, and its quantities in text order.
template <std::size_t N>
class group {
public:
    constexpr std::uint64_t begin() const noexcept { return begin_; }
    constexpr std::uint64_t end() const noexcept { return begin_ + text_.size(); }
    constexpr std::string_view text() const noexcept { return text_; }

    constexpr std::size_t size() const noexcept { return size_; }
    // Precondition: i < size().
    constexpr const quantity& operator[](std::size_t i) const noexcept { return part_[i]; }

    // For loops over the quantities.
    struct list {
        const quantity* first;
        const quantity* last;
        constexpr const quantity* begin() const noexcept { return first; }
        constexpr const quantity* end() const noexcept { return last; }
    };
    constexpr list parts() const& noexcept { return {part_, part_ + size_}; }
    void parts() const&& = delete;

    friend constexpr bool operator==(const group& a, const group& b) noexcept { return a.begin_ == b.begin_; }

    // For patterns.
    constexpr void push(const quantity& q) noexcept {
        if (size_ < N) part_[size_++] = q;
    }
    constexpr void place(std::string_view text, std::uint64_t begin, std::uint64_t end) noexcept {
        begin_ = begin;
        text_ = text.substr(begin, end - begin);
    }

private:
    quantity part_[N];
    std::size_t size_ = 0;
    std::uint64_t begin_ = 0;
    std::string_view text_;
};

// ---- words -------------------------------------------------------------------------------------------------------

// One of these texts, literally; the longest that fits. Only inside a sequence.
template <literal... Words>
struct words {
    static_assert(sizeof...(Words) != 0 && ((Words.view().size() != 0) && ...), "shuliang: lit<...> needs a text");
    static constexpr bool is_words = true;

    // How many bytes of a word stand at the beginning, or at the end, of a text; 0 for none.
    static constexpr std::size_t at_begin_of(std::string_view text) noexcept {
        std::size_t longest = 0;
        ((text.starts_with(Words.view()) && Words.view().size() > longest ? longest = Words.view().size() : 0), ...);
        return longest;
    }
    static constexpr std::size_t at_end_of(std::string_view text) noexcept {
        std::size_t longest = 0;
        ((text.ends_with(Words.view()) && Words.view().size() > longest ? longest = Words.view().size() : 0), ...);
        return longest;
    }
};
template <literal... Words>
inline constexpr words<Words...> lit{};

namespace detail {

template <class E>
concept is_words = E::is_words;

// A place in a text and the quantities from there on. Copied to look ahead.
class cursor {
public:
    constexpr cursor() noexcept = default;
    constexpr cursor(std::string_view text, const options& choices) noexcept
        : text_(text), engine_(text.data(), text.size(), choices) {
        read();
    }

    std::uint64_t at = 0;     // where the next part has to begin
    std::uint64_t floor = 0;  // the end of the match before

    constexpr std::string_view text() const noexcept { return text_; }
    constexpr std::string_view rest() const noexcept { return text_.substr(at); }
    constexpr bool done() const noexcept { return done_; }
    constexpr const quantity& next() const noexcept { return next_; }

    // The next quantity that does not begin before `at`.
    constexpr void settle() noexcept {
        while (!done_ && next_.begin() < at) read();
    }
    constexpr void read() noexcept {
        record r;
        details d;
        if (engine_.next(r, d))
            next_ = quantity(r, d, text_.substr(r.begin, r.length));
        else
            done_ = true;
    }

private:
    std::string_view text_;
    zh::engine engine_;
    quantity next_;
    bool done_ = false;
};

// The number of quantities in a match.
template <class E>
constexpr std::size_t parts_of() noexcept {
    if constexpr (is_words<E>)
        return 0;
    else if constexpr (pattern<E>)
        return E::parts;
    else
        return 1;
}

// Whether `e` can match with `q` as its first quantity; cheap, and never false where it does.
template <class E>
constexpr bool may_begin(const E& e, const quantity& q, std::string_view text) noexcept {
    if constexpr (pattern<E>)
        return e.may_begin(q, text);
    else
        return e.accepts(q, text);
}

// Matches `e` at `c`. `anchored`: its first quantity is the next one, words before it may stand before `c.at`;
// otherwise it begins at `c.at`. On success `c.at` is the end and `begin` the begin.
template <class E, class Out>
constexpr bool match(const E& e, cursor& c, Out& out, std::uint64_t& begin, bool anchored) noexcept {
    if constexpr (is_words<E>) {
        const auto length = e.at_begin_of(c.rest());
        begin = c.at;
        c.at += length;
        return length != 0;
    } else if constexpr (pattern<E>) {
        return e.match(c, out, begin, anchored);
    } else {
        c.settle();
        if (c.done() || (!anchored && c.next().begin() != c.at) || !e.accepts(c.next(), c.text())) return false;
        begin = c.next().begin();
        c.at = c.next().end();
        out.push(c.next());
        return true;
    }
}

// ---- labels

// What may stand between a label and its number.
inline constexpr std::string_view connectors[] = {" ",  "\t", "　", ":",    "：",   "为",   "是",   "达",   "到", "共",
                                                  "计", "有", "已", "累计", "合计", "总计", "均",   "仅",   "占", "约",
                                                  "了", "大", "约", "总数", "数量", "完成", "实现", "突破", "超"};

// The text without the connectors at its end, four of them at most.
constexpr std::string_view without_connectors(std::string_view text) noexcept {
    for (int i = 0; i < 4; ++i) {
        std::size_t longest = 0;
        for (const auto word : connectors)
            if (word.size() > longest && text.ends_with(word)) longest = word.size();
        if (longest == 0) break;
        text.remove_suffix(longest);
    }
    return text;
}

// True where `label` names what stands in [begin, end): 复工率97.1%, 复工率为97.1%, 97.1%的复工率.
constexpr bool is_labelled(std::string_view label, std::string_view text, std::uint64_t begin,
                           std::uint64_t end) noexcept {
    const auto before = text.substr(0, begin);
    if (before.ends_with(label) || without_connectors(before).ends_with(label)) return true;
    auto after = text.substr(end);
    if (after.starts_with("的")) after.remove_prefix(std::string_view{"的"}.size());
    return after.starts_with(label);
}

void there_is_no_unit_with_this_code_or_name();  // not constexpr: a call of it does not compile

// The unit with a code, or with a name: km and 公里.
constexpr unit unit_named(std::string_view name) noexcept {
    auto u = unit::of_code(name);
    if (u.empty() && !name.empty()) {
        const auto found = zh::find_unit(name.data(), name.data() + name.size());
        if (found && found.end == name.data() + name.size()) u = unit{found.sense->unit};
    }
    return u;
}

}  // namespace detail

// ---- filters -----------------------------------------------------------------------------------------------------

// The quantities that `inner` accepts and the predicate likes.
template <class Inner, class Predicate>
struct filtered {
    Inner inner;
    Predicate predicate;

    constexpr bool accepts(const quantity& q, std::string_view text) const noexcept {
        return inner.accepts(q, text) && static_cast<bool>(predicate(q));
    }
    template <class Other>
    constexpr filtered<filtered, Other> where(Other other) const noexcept {
        return {*this, other};
    }
};

// Any quantity that the predicate likes: where([](const quantity& q) { return q.is(approx::over); }).
template <class Predicate>
constexpr filtered<selector, Predicate> where(Predicate predicate) noexcept {
    static_assert(std::is_invocable_r_v<bool, const Predicate&, const quantity&>,
                  "shuliang: where(...) takes a function of a quantity that answers yes or no");
    return {quantities, predicate};
}
template <class Predicate>
constexpr auto selector::where(Predicate predicate) const noexcept {
    static_assert(std::is_invocable_r_v<bool, const Predicate&, const quantity&>,
                  "shuliang: where(...) takes a function of a quantity that answers yes or no");
    return filtered<selector, Predicate>{*this, predicate};
}

// Quantities of certain kinds in certain units.
template <std::size_t N>
struct of_units {
    selector kinds;
    unit_id units[N] = {};

    constexpr bool accepts(const quantity& q, std::string_view) const noexcept {
        bool among = false;
        for (const auto u : units) among = among || u == q.raw().unit;
        return among && kinds.matches(q.raw());
    }
    template <class Predicate>
    constexpr filtered<of_units, Predicate> where(Predicate predicate) const noexcept {
        return {*this, predicate};
    }
};

// By code or by name, in any spelling: count.of("人", "名"), measure.of("km", "亩"). A name that is no unit does not
// compile.
template <class... Units>
consteval auto selector::of(const Units&... units) const noexcept {
    static_assert(sizeof...(Units) != 0, "shuliang: of(...) needs a unit");
    of_units<sizeof...(Units)> out{*this, {detail::unit_named(units).id()...}};
    for (const auto u : out.units)
        if (u == 0) detail::there_is_no_unit_with_this_code_or_name();  // shuliang: of(…): no unit is called so
    return out;
}

// ---- combinations ------------------------------------------------------------------------------------------------

template <const auto&... Parts>
struct sequence_of {
    static constexpr bool is_pattern = true;
    static constexpr std::size_t parts = (detail::parts_of<std::remove_cvref_t<decltype(Parts)>>() + ...);

    constexpr bool may_begin(const quantity& q, std::string_view text) const noexcept {
        bool decided = false, possible = false;
        const auto ask = [&](const auto& part) {
            if constexpr (!detail::is_words<std::remove_cvref_t<decltype(part)>>) {
                if (!decided) possible = detail::may_begin(part, q, text);
                decided = true;
            }
        };
        (ask(Parts), ...);
        return possible;
    }

    template <class Out>
    constexpr bool match(detail::cursor& c, Out& out, std::uint64_t& begin, bool anchored) const noexcept {
        bool good = true, first = true, open = anchored;
        std::uint64_t from = c.at;
        // Words before the first quantity are looked for backwards, when that quantity has been found.
        const auto forwards = [&](const auto& part) {
            if (!good || (open && detail::is_words<std::remove_cvref_t<decltype(part)>>)) return;
            std::uint64_t at = 0;
            good = detail::match(part, c, out, at, open);
            if (first) from = at;
            first = open = false;
        };
        (forwards(Parts), ...);
        if (!good || !anchored) {
            begin = from;
            return good;
        }
        const auto before = leading_words(c.text().substr(c.floor, from - c.floor), good);
        begin = from - before;
        return good;
    }

private:
    // How many bytes the words before the first extractor take at the end of `text`.
    static constexpr std::size_t leading_words(std::string_view text, bool& good) noexcept {
        std::size_t length[sizeof...(Parts)] = {};
        bool leading = true;
        std::size_t leaders = 0;
        ((leading = leading && detail::is_words<std::remove_cvref_t<decltype(Parts)>>, leaders += leading ? 1 : 0),
         ...);
        std::size_t taken = 0;
        // From the last of them to the first: pass `i` looks at the one before the last i.
        for (std::size_t i = 0; good && i < leaders; ++i) {
            std::size_t index = 0;
            const auto look = [&](const auto& part) {
                if constexpr (detail::is_words<std::remove_cvref_t<decltype(part)>>)
                    if (index == leaders - 1 - i) length[i] = part.at_end_of(text);
                ++index;
            };
            (look(Parts), ...);
            good = length[i] != 0;
            text.remove_suffix(length[i]);
            taken += length[i];
        }
        return taken;
    }
};
namespace detail {

template <const auto&... Parts>
constexpr auto checked_sequence() noexcept {
    constexpr bool extractors =
        ((is_words<std::remove_cvref_t<decltype(Parts)>> || any_extractor<std::remove_cvref_t<decltype(Parts)>>)&&...);
    constexpr bool some = !(is_words<std::remove_cvref_t<decltype(Parts)>> && ...);
    static_assert(extractors, "shuliang: sequence<...> takes extractors, and words as lit<\"...\">");
    static_assert(some, "shuliang: sequence<...> needs an extractor beside its words");
    if constexpr (extractors && some)
        return sequence_of<Parts...>{};
    else
        return quantities;  // enough has been said
}

}  // namespace detail

// Quantities and words side by side, with nothing between them: sequence<count, lit<"和">, money>.
template <const auto&... Parts>
inline constexpr auto sequence = detail::checked_sequence<Parts...>();

template <const auto&... Choices>
struct either_of {
    static constexpr bool is_pattern = true;
    static constexpr std::size_t parts = [] {
        std::size_t most = 1;
        ((most = detail::parts_of<std::remove_cvref_t<decltype(Choices)>>() > most
                     ? detail::parts_of<std::remove_cvref_t<decltype(Choices)>>()
                     : most),
         ...);
        return most;
    }();

    constexpr bool may_begin(const quantity& q, std::string_view text) const noexcept {
        return (detail::may_begin(Choices, q, text) || ...);
    }

    template <class Out>
    constexpr bool match(detail::cursor& c, Out& out, std::uint64_t& begin, bool anchored) const noexcept {
        const auto start = c;
        const Out before = out;
        bool found = false;
        const auto attempt = [&](const auto& choice) {
            auto trial = start;
            Out filled = before;
            std::uint64_t from = 0;
            if (!detail::match(choice, trial, filled, from, anchored)) return;
            if (found && (trial.at < c.at || (trial.at == c.at && from >= begin))) return;
            found = true;
            c = trial;
            out = filled;
            begin = from;
        };
        (attempt(Choices), ...);
        return found;
    }
};
template <const auto&... Choices>
requires(filter<std::remove_cvref_t<decltype(Choices)>>&&...) struct either_of<Choices...> {
    constexpr bool accepts(const quantity& q, std::string_view text) const noexcept {
        return (Choices.accepts(q, text) || ...);
    }
};
// What one of them finds; the furthest end wins, whatever the order.
template <const auto&... Choices>
inline constexpr either_of<Choices...> either{};

// What `Inner` finds where `Condition::holds(text, begin, end)`.
template <class Condition, const auto& Inner>
struct found_beside {
    static_assert(pattern<std::remove_cvref_t<decltype(Inner)>>,
                  "shuliang: labelled, preceded_by and followed_by take a text and an extractor");
    static constexpr bool is_pattern = true;
    static constexpr std::size_t parts = detail::parts_of<std::remove_cvref_t<decltype(Inner)>>();

    constexpr bool may_begin(const quantity& q, std::string_view text) const noexcept {
        return detail::may_begin(Inner, q, text);
    }
    template <class Out>
    constexpr bool match(detail::cursor& c, Out& out, std::uint64_t& begin, bool anchored) const noexcept {
        return detail::match(Inner, c, out, begin, anchored) && Condition::holds(c.text(), begin, c.at);
    }
};
template <class Condition, const auto& Inner>
requires filter<std::remove_cvref_t<decltype(Inner)>>
struct found_beside<Condition, Inner> {
    constexpr bool accepts(const quantity& q, std::string_view text) const noexcept {
        return Inner.accepts(q, text) && Condition::holds(text, q.begin(), q.end());
    }
};

namespace detail {

template <literal Label>
struct has_label {
    static constexpr bool holds(std::string_view text, std::uint64_t begin, std::uint64_t end) noexcept {
        return is_labelled(Label.view(), text, begin, end);
    }
};
template <literal Word>
struct is_behind {
    static constexpr bool holds(std::string_view text, std::uint64_t begin, std::uint64_t) noexcept {
        return text.substr(0, begin).ends_with(Word.view());
    }
};
template <literal Word>
struct is_before {
    static constexpr bool holds(std::string_view text, std::uint64_t, std::uint64_t end) noexcept {
        return text.substr(end).starts_with(Word.view());
    }
};

}  // namespace detail

// What a word names, on either side and with 为 达 共 ： and their like between: 复工率97.1%, 97.1%的复工率. The word
// does not become part of what is found.
template <literal Label, const auto& Inner>
inline constexpr found_beside<detail::has_label<Label>, Inner> labelled{};
// What a word touches on the left, or on the right.
template <literal Word, const auto& Inner>
inline constexpr found_beside<detail::is_behind<Word>, Inner> preceded_by{};
template <literal Word, const auto& Inner>
inline constexpr found_beside<detail::is_before<Word>, Inner> followed_by{};

// ---- the range ---------------------------------------------------------------------------------------------------

// What an extractor finds in a text: quantities for a filter, groups for a pattern. Like `extraction`.
template <any_extractor E>
class found_by {
public:
    class iterator {
    public:
        using value_type = typename std::conditional_t<filter<E>, std::type_identity<quantity>,
                                                       std::type_identity<group<detail::parts_of<E>()>>>::type;
        using difference_type = std::ptrdiff_t;
        using reference = value_type;
        using pointer = void;
        using iterator_category = std::input_iterator_tag;
        using iterator_concept = std::forward_iterator_tag;

        constexpr iterator() noexcept = default;

        constexpr value_type operator*() const noexcept { return current_; }
        constexpr iterator& operator++() noexcept {
            advance();
            return *this;
        }
        constexpr iterator operator++(int) noexcept {
            auto copy = *this;
            advance();
            return copy;
        }
        friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept {
            return a.done_ == b.done_ && (a.done_ || a.current_.begin() == b.current_.begin());
        }
        friend constexpr bool operator==(const iterator& a, std::default_sentinel_t) noexcept { return a.done_; }

    private:
        friend class found_by;
        constexpr iterator(const E* what, std::string_view text, const options& choices) noexcept
            : what_(what), next_(text, choices), done_(false) {
            advance();
        }
        constexpr void advance() noexcept {
            for (; !next_.done(); next_.read()) {
                if (!detail::may_begin(*what_, next_.next(), next_.text())) continue;
                if constexpr (filter<E>) {
                    current_ = next_.next();
                    next_.read();
                    return;
                } else {
                    auto trial = next_;
                    value_type filled;
                    std::uint64_t begin = 0;
                    trial.at = next_.next().begin();
                    if (!detail::match(*what_, trial, filled, begin, true)) continue;
                    filled.place(trial.text(), begin, trial.at);
                    current_ = filled;
                    next_ = trial;
                    next_.floor = next_.at;
                    next_.settle();
                    return;
                }
            }
            done_ = true;
        }

        const E* what_ = nullptr;
        detail::cursor next_;
        value_type current_;
        bool done_ = true;
    };

    constexpr found_by() noexcept = default;
    constexpr found_by(const E& what, std::string_view text, const options& choices = default_options) noexcept
        : what_(&what), text_(text), choices_(&choices) {}

    constexpr iterator begin() const noexcept { return {what_, text_, *choices_}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

private:
    const E* what_ = nullptr;
    std::string_view text_;
    const options* choices_ = nullptr;
};

namespace detail {
// Not a concept, so that compilers do not explain at length why other things are none.
template <class E>
inline constexpr bool pipes = any_extractor<E> && !std::same_as<E, selector>;
}  // namespace detail

template <const auto&... Chosen>
struct detail::way<false, Chosen...> {
    static_assert(
        (any_extractor<std::remove_cvref_t<decltype(Chosen)>> && ...),
        "shuliang: extract<...> takes extractors: kinds such as sl::money, and what combine.hpp makes of them");

    static constexpr auto over(std::string_view text, const options& choices) noexcept {
        return found_by<either_of<Chosen...>>(either<Chosen...>, text, choices);
    }
};

// `text | sl::money`, `text | people`: an extractor without extract<…>. It is borrowed like the text.
constexpr extraction operator|(std::string_view text, const selector& kinds) noexcept {
    return {text, kinds, default_options};
}
template <class E>
requires detail::pipes<E>
constexpr found_by<E> operator|(std::string_view text, const E& what) noexcept { return {what, text}; }
template <class Text, class E>
requires(detail::temporary_owner<Text>&& detail::pipes<E>) detail::the_text_would_be_gone_name_it_first operator|(
    Text&&, const E&) = delete;
template <class Text>
requires detail::temporary_owner<Text> detail::the_text_would_be_gone_name_it_first operator|(Text&&,
                                                                                              const selector&) = delete;
template <class E>
requires detail::pipes<E> detail::the_extractor_would_be_gone_name_it_first operator|(std::string_view,
                                                                                      const E&&) = delete;

}  // namespace shuliang::inline v0

template <class E>
inline constexpr bool std::ranges::enable_borrowed_range<shuliang::found_by<E>> = true;
template <class E>
inline constexpr bool std::ranges::enable_view<shuliang::found_by<E>> = true;
