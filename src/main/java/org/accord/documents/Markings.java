package org.accord.documents;

import java.util.Collection;
import java.util.Comparator;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.springframework.stereotype.Component;

/** How sensitive cases are by their documents, as words of {@code documents.level.}: see ST/SGB/2007/6. */
@Component
public class Markings {

    private final DocumentStore store;
    private final Documents documents;

    Markings(DocumentStore store, Documents documents) {
        this.store = store;
        this.documents = documents;
    }

    /** Whether a document of the case is marked, known to the reader or not. */
    public boolean isMarked(String caseKey) {
        return highest(store.levels(caseKey)).isMarked();
    }

    /** The level of the most sensitive document of the case that the reader knows of. */
    public String knownTo(Actor reader, String caseKey) {
        try {
            return highest(documents.ofCase(reader, caseKey).stream()
                            .map(Document::level)
                            .toList())
                    .name();
        } catch (Refused refused) {
            return Classification.Level.UNCLASSIFIED.name();
        }
    }

    private static Classification.Level highest(Collection<Classification.Level> levels) {
        return levels.stream().max(Comparator.naturalOrder()).orElse(Classification.Level.UNCLASSIFIED);
    }
}
