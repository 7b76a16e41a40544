// bridge/threads.hpp - several threads for one long text, or for many texts; results come in the order of the text.
//
//     sl::extract_into(text, sl::parallel{4}, [](const sl::quantity& q) { use(q); });
//
// What is found is what one thread finds. Sinks are called on the thread of the caller, in text order; memory is that
// of a few pieces per thread, whatever the size of the text. Exceptions of a sink pass through. Link with the threads
// library of the platform.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <span>
#include <string_view>
#include <thread>
#include <vector>

#include "shuliang/columns.hpp"
#include "shuliang/pieces.hpp"

namespace shuliang::inline v0 {

// How the work is divided.
struct parallel {
    unsigned threads = 0;                        // 0: one for each processor
    std::size_t piece = std::size_t{256} << 10;  // bytes a thread takes at a time, roughly
    selector chosen = everything;                // which kinds are handed over
};

namespace detail {

inline unsigned thread_count(unsigned wanted) noexcept {
    if (wanted != 0) return wanted;
    const auto processors = std::thread::hardware_concurrency();
    return processors == 0 ? 1 : processors;
}

}  // namespace detail

// Runs jobs on `threads` threads and uses their results in order. `next(job)` fills in the next job and is false when
// there is none, `work(job)` does it on some thread, `use(job)` takes the result: `next` and `use` on the thread of the
// caller. A Job is made once for each place in the queue, of which there are three a thread, and used again.
template <class Job, class Next, class Work, class Use>
void in_order(unsigned threads, Next&& next, Work&& work, Use&& use) {
    threads = detail::thread_count(threads);
    struct place {
        Job job;
        enum { idle, waiting, working, done } state = idle;
        std::exception_ptr error;
    };
    std::vector<place> places(threads == 1 ? 1 : std::size_t{3} * threads);
    if (threads == 1) {
        for (auto& job = places[0].job; next(job);) {
            work(job);
            use(job);
        }
        return;
    }
    std::mutex mutex;
    std::condition_variable given;
    std::condition_variable finished;
    std::size_t taken = 0;    // jobs that a thread has begun
    std::size_t offered = 0;  // jobs that next() has filled in
    bool stop = false;
    const auto run = [&] {
        std::unique_lock lock(mutex);
        for (;;) {
            given.wait(lock, [&] { return stop || taken < offered; });
            if (stop) return;
            auto& mine = places[taken++ % places.size()];
            lock.unlock();
            try {
                work(mine.job);
            } catch (...) {
                mine.error = std::current_exception();
            }
            lock.lock();
            mine.state = place::done;
            finished.notify_one();
        }
    };
    struct crew {
        std::vector<std::thread> threads;
        std::mutex& mutex;
        std::condition_variable& given;
        bool& stop;

        crew(std::mutex& m, std::condition_variable& g, bool& s) : mutex(m), given(g), stop(s) {}
        crew(const crew&) = delete;
        crew(crew&&) = delete;
        crew& operator=(const crew&) = delete;
        crew& operator=(crew&&) = delete;
        ~crew() {
            {
                const std::lock_guard lock(mutex);
                stop = true;
            }
            given.notify_all();
            for (auto& thread : threads) thread.join();
        }
    } all(mutex, given, stop);
    all.threads.reserve(threads);
    while (all.threads.size() < threads) all.threads.emplace_back(run);
    bool more = true;
    for (std::size_t used = 0; more || used < offered; ++used) {
        while (more && offered - used < places.size()) {
            auto& free = places[offered % places.size()];
            more = next(free.job);
            if (!more) break;
            free.state = place::waiting;
            {
                const std::lock_guard lock(mutex);
                ++offered;
            }
            given.notify_one();
        }
        if (used == offered) break;
        auto& oldest = places[used % places.size()];
        {
            std::unique_lock lock(mutex);
            finished.wait(lock, [&] { return oldest.state == place::done; });
        }
        if (oldest.error != nullptr) std::rethrow_exception(oldest.error);
        use(oldest.job);
    }
}

// Hands the phrases of `text` to `use(const columns&)`, piece by piece in text order; their offsets count from the
// beginning of the text.
template <class Use>
report extract_columns(std::string_view text, const parallel& how, Use&& use,
                       const options& choices = default_options) {
    struct job {
        piece here;
        piece_engine engine;
        columns rows;
        report done;
    };
    report all;
    piece last;
    piece_engine before;
    bool past = false;
    const auto read = [&](job& j, zh::engine& engine) {
        j.rows.clear();
        j.done = j.rows.append(engine, text.data());
        j.rows.end_text();
    };
    in_order<job>(
        how.threads,
        [&](job& j) {
            j.here = last = next_piece(text, last, how.piece);
            j.rows.choose(how.chosen);
            return j.here.begin < j.here.end;
        },
        [&](job& j) {
            if (j.here.free) read(j, j.engine.begin(text, j.here, choices));
        },
        [&](job& j) {
            if (past) {
                j.engine = before;
                read(j, j.engine.go_on(text, j.here, choices));
            }
            past = j.engine.past(text, j.here);
            if (past) before = j.engine;
            all.phrases += j.done.phrases;
            if (all.dropped == 0) all.first_dropped = j.done.first_dropped;
            all.dropped += j.done.dropped;
            use(static_cast<const columns&>(j.rows));
        });
    return all;
}

// Hands every chosen phrase of `text` to `sink(const quantity&)`, in text order.
template <class Sink>
report extract_into(std::string_view text, const parallel& how, Sink&& sink, const options& choices = default_options) {
    return extract_columns(
        text, how,
        [&](const columns& rows) {
            for (std::size_t i = 0; i < rows.size(); ++i) sink(rows.at(i, text));
        },
        choices);
}

// Many texts: `use(t, rows, range)` gets text after text, in order, the rows of text t being `range` of `rows`. A text
// is read by one thread.
template <class Use>
report extract_columns(std::span<const std::string_view> texts, const parallel& how, Use&& use,
                       const options& choices = default_options) {
    struct job {
        std::size_t begin = 0;
        std::size_t end = 0;
        columns rows;
        report done;
    };
    report all;
    std::size_t given = 0;
    in_order<job>(
        how.threads,
        [&](job& j) {
            j.begin = given;
            for (std::size_t bytes = 0; given < texts.size() && bytes < how.piece; ++given)
                bytes += texts[given].size();
            j.end = given;
            j.rows.choose(how.chosen);
            return j.begin < j.end;
        },
        [&](job& j) { j.done = extract_into(texts.subspan(j.begin, j.end - j.begin), j.rows, choices); },
        [&](job& j) {
            all.phrases += j.done.phrases;
            if (all.dropped == 0) all.first_dropped = j.done.first_dropped;
            all.dropped += j.done.dropped;
            for (auto t = j.begin; t < j.end; ++t)
                use(t, static_cast<const columns&>(j.rows), j.rows.rows(t - j.begin));
        });
    return all;
}

}  // namespace shuliang::inline v0
