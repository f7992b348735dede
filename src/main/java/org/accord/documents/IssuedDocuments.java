package org.accord.documents;

import java.util.List;
import org.springframework.stereotype.Component;

/** The documents of a case that were issued to everybody, for modules that publish. */
@Component
public class IssuedDocuments {

    private final DocumentStore store;

    IssuedDocuments(DocumentStore store) {
        this.store = store;
    }

    /**
     * A file that anybody who sees the case may have.
     *
     * @param path of the address, after that of this Accord
     */
    public record Issued(String title, String language, String mediaType, String path) {}

    /** The text in force of each, in every language that it is there in. */
    public List<Issued> of(String caseKey) {
        return store.ofCase(caseKey).stream()
                .filter(document -> document.content() == Content.ISSUED && document.destroyedAt() == null)
                .flatMap(document -> document.inForce().files().stream()
                        .filter(file -> file.scan().isReadable())
                        .map(file -> new Issued(
                                document.title(),
                                file.language(),
                                file.type().mediaType(),
                                "/documents/" + document.id() + "/"
                                        + document.inForce().number() + "/" + file.language())))
                .toList();
    }
}
