package org.accord.documents;

import java.util.List;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.search.Hit;
import org.accord.search.Searchable;
import org.springframework.stereotype.Component;

/** Documents by the words of their titles. */
@Component
class DocumentSearch implements Searchable {

    private final Documents documents;

    DocumentSearch(Documents documents) {
        this.documents = documents;
    }

    @Override
    public String kind() {
        return "document";
    }

    @Override
    public List<Hit> find(Actor reader, String words, int most) {
        return documents.search(reader, words).stream()
                .limit(most)
                .map(document -> new Hit(
                        document.caseKey(),
                        LocalText.english(document.title()),
                        document.by(),
                        document.at(),
                        "/documents/" + document.id()))
                .toList();
    }
}
