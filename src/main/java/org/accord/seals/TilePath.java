package org.accord.seals;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile as C2SP tlog-tiles writes it: {@code 0/x001/x234/067.p/8}.
 *
 * @param level -1 for the leaves themselves
 * @param width how many are asked for; 256 for a full tile
 */
record TilePath(int level, long number, int width) {

    static final int ENTRIES = -1;

    private static final int HIGHEST = 7;
    private static final int LONGEST = 15;

    private static final Pattern FORM =
            Pattern.compile("(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Empty if it is not an address in the one way in which it may be written. */
    static Optional<TilePath> parse(String path) {
        Matcher matcher = FORM.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(2).replaceAll("[x/]", "");
        int width = matcher.group(3) == null ? Tile.WIDTH : Integer.parseInt(matcher.group(3));
        boolean padded = digits.length() > 3 && digits.startsWith("000");
        if (padded || matcher.group(3) != null && width >= Tile.WIDTH) {
            return Optional.empty();
        }
        int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        return level > HIGHEST || digits.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new TilePath(level, Long.parseLong(digits), width));
    }

    long firstLeaf() {
        return number * Tile.WIDTH;
    }
}
