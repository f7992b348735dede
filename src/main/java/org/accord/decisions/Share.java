package org.accord.decisions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of votes: a fixed one, or a part of those entitled, rounded up. Written {@code 3}, {@code 2/3} or {@code all}. */
record Share(int numerator, int denominator) {

    private static final Pattern PART = Pattern.compile("([0-9]{1,3})(?:/([1-9][0-9]{0,2}))?");

    /** A denominator that says that the numerator is meant as it stands. */
    private static final int FIXED = 0;

    static final Share NONE = new Share(0, FIXED);
    static final Share ALL = new Share(1, 1);

    static Optional<Share> find(String text) {
        if (text.equals("all")) {
            return Optional.of(ALL);
        }
        Matcher part = PART.matcher(text);
        if (!part.matches()) {
            return Optional.empty();
        }
        int numerator = Integer.parseInt(part.group(1));
        int denominator = part.group(2) == null ? FIXED : Integer.parseInt(part.group(2));
        return denominator != FIXED && numerator > denominator
                ? Optional.empty()
                : Optional.of(new Share(numerator, denominator));
    }

    /** How many that is of so many, at least. */
    int of(int whole) {
        return denominator == FIXED ? numerator : (numerator * whole + denominator - 1) / denominator;
    }

    /** Whether a part of a whole reaches it. */
    boolean isReachedBy(int part, int whole) {
        return part >= of(whole);
    }

    @Override
    public String toString() {
        return denominator == FIXED ? "" + numerator : equals(ALL) ? "all" : numerator + "/" + denominator;
    }
}
