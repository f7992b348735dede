package org.accord.texts;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.accord.texts.Comparison.Paragraph;
import org.accord.texts.Comparison.Piece;
import org.jspecify.annotations.Nullable;

/**
 * Compares two texts by paragraph, and the paragraphs that changed by word. Empty lines separate paragraphs and are not
 * compared. Stretches that are too long to be compared with care count as replaced, so the work is bounded.
 */
final class TextComparison {

    /** The product of the lengths of two stretches up to which they are compared. */
    private static final long CAREFUL = 1_000_000;

    /** The share of a paragraph that must be kept for it to be the same paragraph, in percent. */
    private static final int ALIKE = 30;

    private static final Pattern LINES = Pattern.compile("\\R+");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    private TextComparison() {}

    static List<Paragraph> of(String before, String after) {
        List<Paragraph> paragraphs = new ArrayList<>();
        walk(paragraphs(before), paragraphs(after), (old, now) -> {
            if (old.equals(now)) {
                now.forEach(text -> paragraphs.add(Paragraph.whole(Comparison.Change.KEPT, text)));
            } else {
                changed(old, now, paragraphs);
            }
        });
        return paragraphs;
    }

    static List<String> paragraphs(String text) {
        return LINES.splitAsStream(text)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Paragraphs in the same place are compared by word as long as they are alike. */
    private static void changed(List<String> old, List<String> now, List<Paragraph> paragraphs) {
        for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
            String before = i < old.size() ? old.get(i) : null;
            String after = i < now.size() ? now.get(i) : null;
            List<Piece> pieces = before == null || after == null ? List.of() : words(before, after);
            if (isAlike(pieces)) {
                paragraphs.add(new Paragraph(pieces));
            } else {
                addWhole(Comparison.Change.DELETED, before, paragraphs);
                addWhole(Comparison.Change.INSERTED, after, paragraphs);
            }
        }
    }

    private static void addWhole(Comparison.Change change, @Nullable String text, List<Paragraph> paragraphs) {
        if (text != null) {
            paragraphs.add(Paragraph.whole(change, text));
        }
    }

    private static boolean isAlike(List<Piece> pieces) {
        int all = 0;
        int kept = 0;
        for (Piece piece : pieces) {
            int length = piece.text().length();
            all += length;
            kept += piece.change() == Comparison.Change.KEPT ? length : 0;
        }
        return all > 0 && kept * 100L >= (long) all * ALIKE;
    }

    private static List<Piece> words(String before, String after) {
        Pieces pieces = new Pieces();
        walk(tokens(before), tokens(after), (old, now) -> {
            if (old.equals(now)) {
                pieces.keep(String.join("", now));
            } else {
                pieces.replace(String.join("", old), String.join("", now));
            }
        });
        return pieces.all();
    }

    private static List<String> tokens(String paragraph) {
        return TOKEN.matcher(paragraph).results().map(match -> match.group()).toList();
    }

    /** Hands over the stretches of both lists in their order: equal ones, and those put in place of each other. */
    private static void walk(List<String> old, List<String> now, BiConsumer<List<String>, List<String>> stretch) {
        int head = 0;
        int shorter = Math.min(old.size(), now.size());
        while (head < shorter && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        hand(old.subList(0, head), now.subList(0, head), stretch);
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), stretch);
        hand(old.subList(old.size() - tail, old.size()), now.subList(now.size() - tail, now.size()), stretch);
    }

    private static void middle(List<String> old, List<String> now, BiConsumer<List<String>, List<String>> stretch) {
        if ((long) old.size() * now.size() > CAREFUL) {
            hand(old, now, stretch);
            return;
        }
        int oldDone = 0;
        int nowDone = 0;
        int oldEqual = 0;
        int nowEqual = 0;
        for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(old, now, null)) {
            if (change.startOriginal > oldEqual) {
                hand(old.subList(oldDone, oldEqual), now.subList(nowDone, nowEqual), stretch);
                hand(old.subList(oldEqual, change.startOriginal), now.subList(nowEqual, change.startRevised), stretch);
                oldDone = change.startOriginal;
                nowDone = change.startRevised;
            }
            oldEqual = change.endOriginal;
            nowEqual = change.endRevised;
        }
        hand(old.subList(oldDone, oldEqual), now.subList(nowDone, nowEqual), stretch);
        hand(old.subList(oldEqual, old.size()), now.subList(nowEqual, now.size()), stretch);
    }

    private static void hand(List<String> old, List<String> now, BiConsumer<List<String>, List<String>> stretch) {
        if (!old.isEmpty() || !now.isEmpty()) {
            stretch.accept(old, now);
        }
    }

    /** Joins pieces of the same kind; a space alone between two changes belongs to both. */
    private static final class Pieces {

        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder deleted = new StringBuilder();
        private final StringBuilder inserted = new StringBuilder();
        private String space = "";

        void keep(String text) {
            if (text.isBlank() && (!deleted.isEmpty() || !inserted.isEmpty())) {
                space = text;
            } else {
                flush();
                add(Comparison.Change.KEPT, text);
            }
        }

        void replace(String old, String now) {
            deleted.append(space).append(old);
            inserted.append(space).append(now);
            space = "";
        }

        List<Piece> all() {
            flush();
            return pieces;
        }

        private void flush() {
            keepCommonSpace();
            add(Comparison.Change.DELETED, deleted.toString());
            add(Comparison.Change.INSERTED, inserted.toString());
            add(Comparison.Change.KEPT, space);
            deleted.setLength(0);
            inserted.setLength(0);
            space = "";
        }

        /** A space before both changes was not changed. */
        private void keepCommonSpace() {
            while (!deleted.isEmpty()
                    && !inserted.isEmpty()
                    && Character.isWhitespace(deleted.charAt(0))
                    && deleted.charAt(0) == inserted.charAt(0)) {
                add(Comparison.Change.KEPT, deleted.substring(0, 1));
                deleted.deleteCharAt(0);
                inserted.deleteCharAt(0);
            }
        }

        private void add(Comparison.Change change, String text) {
            int last = pieces.size() - 1;
            if (text.isEmpty()) {
                return;
            }
            if (last >= 0 && pieces.get(last).change() == change) {
                pieces.set(last, new Piece(change, pieces.get(last).text() + text));
            } else {
                pieces.add(new Piece(change, text));
            }
        }
    }
}
