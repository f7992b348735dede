package org.accord.cases;

import java.util.List;
import org.accord.core.Actor;
import org.accord.search.Hit;
import org.accord.search.Searchable;
import org.springframework.stereotype.Component;

/** Cases by their key and the words of their title, in every language of it. */
@Component
class CaseSearch implements Searchable {

    private final CaseStore store;
    private final Cases cases;

    CaseSearch(CaseStore store, Cases cases) {
        this.store = store;
        this.cases = cases;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public List<Hit> find(Actor reader, String words, int most) {
        return store.withWords(words, cases.open(reader), most).stream()
                .map(file -> new Hit(file.key(), file.title(), null, file.started(), "/cases/" + file.key()))
                .toList();
    }
}
