package org.accord.comments;

import java.util.ArrayList;
import java.util.List;
import org.accord.access.Reach;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.search.Hit;
import org.accord.search.Searchable;
import org.springframework.stereotype.Component;

/** Comments by their words, for those to whom they are said and who may see the case. */
@Component
class CommentSearch implements Searchable {

    private static final int SHOWN = 300;
    private static final int PAGES = 10;

    private final CommentStore store;
    private final Cases cases;
    private final Reach reach;

    CommentSearch(CommentStore store, Cases cases, Reach reach) {
        this.store = store;
        this.cases = cases;
        this.reach = reach;
    }

    @Override
    public String kind() {
        return "comment";
    }

    @Override
    public List<Hit> find(Actor reader, String words, int most) {
        var as = new CommentStore.Reader(reader.name(), reach.names(reader));
        List<Hit> hits = new ArrayList<>();
        List<CommentStore.Row> some = store.withWords(as, words, null, most);
        for (int page = 0; page < PAGES && hits.size() < most && !some.isEmpty(); page++) {
            some.stream()
                    .filter(row -> cases.isVisible(reader, row.caseKey()))
                    .map(CommentSearch::hit)
                    .forEach(hits::add);
            some = store.withWords(as, words, some.get(some.size() - 1).number(), most);
        }
        return hits.subList(0, Math.min(most, hits.size()));
    }

    private static Hit hit(CommentStore.Row row) {
        String address = "/cases/" + row.caseKey() + "/discussion?before=" + (row.number() + 1) + "#c-" + row.number();
        return new Hit(row.caseKey(), LocalText.english(beginning("" + row.text())), row.author(), row.at(), address);
    }

    /** As much as says what it is about, and no half of a character. */
    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
