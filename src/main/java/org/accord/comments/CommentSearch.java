package org.accord.comments;

import java.util.List;
import org.accord.access.Reach;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.search.Hit;
import org.accord.search.Searchable;
import org.springframework.stereotype.Component;

/** Comments by their words, for those to whom they are said. */
@Component
class CommentSearch implements Searchable {

    private static final int SHOWN = 300;

    private final CommentStore store;
    private final Reach reach;

    CommentSearch(CommentStore store, Reach reach) {
        this.store = store;
        this.reach = reach;
    }

    @Override
    public String kind() {
        return "comment";
    }

    @Override
    public List<Hit> find(Actor reader, String words, int most) {
        var as = new CommentStore.Reader(reader.name(), reach.names(reader));
        return store.withWords(as, words, most).stream().map(CommentSearch::hit).toList();
    }

    private static Hit hit(CommentStore.Row row) {
        String address = "/cases/" + row.caseKey() + "/discussion#c-" + row.number();
        return new Hit(row.caseKey(), LocalText.english(beginning("" + row.text())), row.author(), row.at(), address);
    }

    /** As much as says what it is about, and no half of a character. */
    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
