package org.accord.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.springframework.stereotype.Component;

/** Asks all that can be searched; each answers with what the reader may see. */
@Component
class Search {

    static final int LONGEST = 200;
    static final int MOST = 20;

    private final List<Searchable> sources;

    Search(List<Searchable> sources) {
        this.sources =
                sources.stream().sorted(Comparator.comparing(Searchable::kind)).toList();
    }

    /** By kind, in a stable order; refuses words that are too many ({@code textTooLong}) or none ({@code noWord}). */
    Map<String, List<Hit>> find(Actor reader, String given) {
        String words = given.strip();
        if (words.length() > LONGEST) {
            throw Refused.invalid(Violation.of("q", "textTooLong", LONGEST, words.length()));
        }
        if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw Refused.invalid(Violation.of("q", "noWord", words));
        }
        if (words.indexOf(0) >= 0) {
            throw Refused.invalid(Violation.of("q", "illegalCharacter", "U+0000", words.replace("\0", "")));
        }
        Map<String, List<Hit>> found = new LinkedHashMap<>();
        sources.forEach(source -> found.put(source.kind(), source.find(reader, words, MOST)));
        return found;
    }
}
