package org.accord.texts;

import java.util.List;

/**
 * Two versions of a text in one language, paragraph by paragraph. The pieces that are not inserted, one after the other,
 * are the earlier version; those that are not deleted are the later one.
 */
public record Comparison(String language, int from, int to, List<Paragraph> paragraphs) {

    /** What happened to a piece of text. */
    public enum Change {
        KEPT,
        INSERTED,
        DELETED
    }

    /** Some text, never empty. */
    public record Piece(Change change, String text) {}

    /** The pieces of one paragraph, no two of the same kind next to each other. */
    public record Paragraph(List<Piece> pieces) {

        public Paragraph {
            pieces = List.copyOf(pieces);
        }

        static Paragraph whole(Change change, String text) {
            return new Paragraph(List.of(new Piece(change, text)));
        }

        /** Whether the same in both versions. */
        public boolean isKept() {
            return pieces.stream().allMatch(piece -> piece.change() == Change.KEPT);
        }
    }

    public Comparison {
        paragraphs = List.copyOf(paragraphs);
    }

    /** Between two texts that are no versions of a case's text: documents that were handed in. */
    public static Comparison between(String language, int from, int to, String before, String after) {
        return new Comparison(language, from, to, TextComparison.of(before, after));
    }

    /** Whether the two say the same. */
    public boolean isSame() {
        return paragraphs.stream().allMatch(Paragraph::isKept);
    }
}
