package org.accord.comments;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a comment. A post is mentioned by {@code @} and its user name, at the beginning of a word. */
record CommentText(String text) {

    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}._@-])@([a-z0-9]+(?:[.-][a-z0-9]+)*)");

    /**
     * A piece of the text.
     *
     * @param post the user name, if it is a mention
     */
    record Piece(String text, @Nullable String post) {}

    /** The words as they are kept: line ends and letters in one form, nothing around them. */
    static CommentText of(String given) {
        String lines = given.replace("\r\n", "\n").replace('\r', '\n');
        return new CommentText(Normalizer.normalize(lines, Normalizer.Form.NFC).strip());
    }

    /** The user names mentioned, in their order, each once. */
    Set<String> mentions() {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = MENTION.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** A character that nobody sees and that makes words read otherwise than they are: direction marks, zero widths. */
    OptionalInt firstHidden() {
        return text.codePoints().filter(CommentText::isHidden).findFirst();
    }

    private static boolean isHidden(int point) {
        boolean joiner = point == 0x200C || point == 0x200D;
        return Character.getType(point) == Character.FORMAT && !joiner || point == 0x115F || point == 0x3164;
    }

    /** The text in pieces, those of {@code known} mentions apart. */
    List<Piece> pieces(Set<String> known) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = MENTION.matcher(text);
        int done = 0;
        while (matcher.find()) {
            if (known.contains(matcher.group(1))) {
                pieces.add(new Piece(text.substring(done, matcher.start()), null));
                pieces.add(new Piece(matcher.group(), matcher.group(1)));
                done = matcher.end();
            }
        }
        pieces.add(new Piece(text.substring(done), null));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }
}
