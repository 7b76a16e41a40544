// Numbers as school teaches them: signed strings of decimal digits. Slow, simple, and of any length: the oracle for
// the exact arithmetic of the library.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

namespace support {

class big {
public:
    big() = default;
    big(std::int64_t v) : negative_(v < 0) {  // NOLINT: a number is a number
        auto rest = v < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(v) : static_cast<std::uint64_t>(v);
        for (; rest != 0; rest /= 10) digits_ += static_cast<char>(rest % 10);
    }
    // v x 10^power, power >= 0
    static big shifted(std::int64_t v, int power) {
        big b{v};
        if (!b.digits_.empty()) b.digits_.insert(0, static_cast<std::size_t>(power), '\0');
        return b;
    }

    friend big operator+(const big& a, const big& b) {
        big r;
        if (a.negative_ == b.negative_) {
            r.digits_ = add(a.digits_, b.digits_);
            r.negative_ = a.negative_;
        } else if (order(a.digits_, b.digits_) >= 0) {
            r.digits_ = subtract(a.digits_, b.digits_);
            r.negative_ = a.negative_;
        } else {
            r.digits_ = subtract(b.digits_, a.digits_);
            r.negative_ = b.negative_;
        }
        if (r.digits_.empty()) r.negative_ = false;
        return r;
    }

    friend big operator*(const big& a, const big& b) {
        big r;
        r.digits_.assign(a.digits_.size() + b.digits_.size() + 1, '\0');
        for (std::size_t i = 0; i < a.digits_.size(); ++i) {
            int carry = 0;
            for (std::size_t k = 0; k < b.digits_.size() || carry != 0; ++k) {
                const int sum = r.digits_[i + k] + carry + (k < b.digits_.size() ? a.digits_[i] * b.digits_[k] : 0);
                r.digits_[i + k] = static_cast<char>(sum % 10);
                carry = sum / 10;
            }
        }
        trim(r.digits_);
        r.negative_ = !r.digits_.empty() && a.negative_ != b.negative_;
        return r;
    }

    friend int compare(const big& a, const big& b) {
        if (a.negative_ != b.negative_) return a.negative_ ? -1 : 1;
        const int c = order(a.digits_, b.digits_);
        return a.negative_ ? -c : c;
    }
    friend bool operator==(const big& a, const big& b) { return compare(a, b) == 0; }

    // This number x 10^-places as the contract writes it: no exponent, no needless zeros.
    std::string text(int places = 0) const {
        auto d = digits_;
        while (static_cast<int>(d.size()) <= places) d += '\0';
        std::string out;
        for (std::size_t i = d.size(); i > 0; --i) {
            out += static_cast<char>('0' + d[i - 1]);
            if (places > 0 && static_cast<int>(i - 1) == places) out += '.';
        }
        if (out.empty()) out = "0";
        if (places > 0) {
            while (out.back() == '0') out.pop_back();
            if (out.back() == '.') out.pop_back();
        }
        return negative_ && out != "0" ? "-" + out : out;
    }

    // Whether this number with its zeros at the end cut off fits 63 bits and a sign.
    bool fits() const {
        auto d = digits_;
        while (!d.empty() && d.front() == '\0') d.erase(0, 1);
        return order(d, big{INT64_MAX}.digits_) <= 0;
    }
    // How many zeros it ends in.
    int zeros() const {
        int n = 0;
        while (n < static_cast<int>(digits_.size()) && digits_[static_cast<std::size_t>(n)] == '\0') ++n;
        return n;
    }

private:
    using digits = std::string;  // values 0 to 9, least significant first, no leading zeros

    static void trim(digits& d) {
        while (!d.empty() && d.back() == '\0') d.pop_back();
    }
    static int order(const digits& a, const digits& b) {
        if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
        for (std::size_t i = a.size(); i > 0; --i)
            if (a[i - 1] != b[i - 1]) return a[i - 1] < b[i - 1] ? -1 : 1;
        return 0;
    }
    static digits add(const digits& a, const digits& b) {
        digits r;
        int carry = 0;
        for (std::size_t i = 0; i < std::max(a.size(), b.size()) || carry != 0; ++i) {
            const int sum = carry + (i < a.size() ? a[i] : 0) + (i < b.size() ? b[i] : 0);
            r += static_cast<char>(sum % 10);
            carry = sum / 10;
        }
        return r;
    }
    static digits subtract(const digits& a, const digits& b) {  // a >= b
        digits r;
        int borrow = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            int left = a[i] - borrow - (i < b.size() ? b[i] : 0);
            borrow = left < 0 ? 1 : 0;
            if (left < 0) left += 10;
            r += static_cast<char>(left);
        }
        trim(r);
        return r;
    }

    digits digits_;
    bool negative_ = false;
};

}  // namespace support
