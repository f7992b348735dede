package org.accord.documents;

import java.util.Comparator;
import org.springframework.stereotype.Component;

/** How sensitive cases are by their documents. */
@Component
public class Markings {

    private final DocumentStore store;

    Markings(DocumentStore store) {
        this.store = store;
    }

    /**
     * The level of the most sensitive document of the case, as {@code UNCLASSIFIED}, {@code CONFIDENTIAL} or
     * {@code STRICTLY_CONFIDENTIAL} (ST/SGB/2007/6).
     */
    public String ofCase(String caseKey) {
        return store.levels(caseKey).stream()
                .max(Comparator.naturalOrder())
                .orElse(Classification.Level.UNCLASSIFIED)
                .name();
    }
}
