package org.accord.process;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in lines, by estimated widths: the reader's font is not known here, so the estimate is that of the wider
 * fonts.
 *
 * @param size of the letters, in pixels
 * @param whole whether nothing had to be left out
 */
record WrappedText(int size, List<String> lines, boolean whole) {

    private static final int LARGEST = 12;
    private static final int SMALLEST = 9;
    private static final String NARROW = "iljtfrI.,:;!|'()[]-–‘’“”«»";
    private static final String WIDE = "mwMWжмшщюыфЖМШЩЮЫФДЪ@%—";

    WrappedText {
        lines = List.copyOf(lines);
    }

    /** The largest letters with which the text fits; at the smallest, words are broken and the rest is left out. */
    static WrappedText within(String text, double width, double height) {
        for (int size = LARGEST; size >= SMALLEST; size--) {
            WrappedText wrapped = wrap(text, width, size);
            if (wrapped.height() <= height && wrapped.width() <= width) {
                return wrapped;
            }
        }
        return cut(broken(text, width), height);
    }

    /** As many lines as it takes; a word that is too long sticks out. */
    static WrappedText wrap(String text, double width, int size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return new WrappedText(size, lines, true);
    }

    private static WrappedText broken(String text, double width) {
        StringBuilder spaced = new StringBuilder();
        for (String word : text.split(" ")) {
            String rest = word;
            while (width(rest, SMALLEST) > width && rest.length() > 4) {
                int head = longestHead(rest, width);
                spaced.append(rest, 0, head).append("- ");
                rest = rest.substring(head);
            }
            spaced.append(rest).append(' ');
        }
        return wrap(spaced.toString().strip(), width, SMALLEST);
    }

    private static int longestHead(String word, double width) {
        int head = 2;
        while (head < word.length() - 2 && width(word.substring(0, head + 1) + "-", SMALLEST) <= width) {
            head++;
        }
        return head;
    }

    private static WrappedText cut(WrappedText text, double height) {
        int room = Math.max(1, (int) (height / text.lineHeight()));
        if (text.lines.size() <= room) {
            return text;
        }
        List<String> kept = new ArrayList<>(text.lines.subList(0, room));
        kept.set(room - 1, kept.get(room - 1) + "…");
        return new WrappedText(text.size, kept, false);
    }

    double lineHeight() {
        return size * 1.2;
    }

    double height() {
        return lines.size() * lineHeight();
    }

    double width() {
        return lines.stream().mapToDouble(line -> width(line, size)).max().orElse(0);
    }

    static double width(String text, int size) {
        return text.codePoints().mapToDouble(WrappedText::share).sum() * size;
    }

    private static double share(int letter) {
        if (letter == ' ' || NARROW.indexOf(letter) >= 0) {
            return 0.34;
        }
        if (WIDE.indexOf(letter) >= 0) {
            return 0.88;
        }
        return Character.isUpperCase(letter) ? 0.68 : 0.6;
    }
}
