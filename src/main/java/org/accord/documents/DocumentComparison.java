package org.accord.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.texts.Comparison;
import org.springframework.stereotype.Component;

/** What was put in and taken out between two editions of a document, word by word. */
@Component
class DocumentComparison {

    private final Documents documents;

    DocumentComparison(Documents documents) {
        this.documents = documents;
    }

    /**
     * One comparison for each language that both editions have as DOCX or ODT. Refuses {@code noSuchDocument}, what
     * {@link Documents#open} does, and {@code cannotCompare} where there is no such language.
     */
    List<Comparison> compare(Actor reader, UUID id, int from, int to) {
        Document document = documents.find(reader, id);
        List<Comparison> comparisons = new ArrayList<>();
        for (String language : languages(document, from, to)) {
            comparisons.add(Comparison.between(
                    language, from, to, words(reader, id, from, language), words(reader, id, to, language)));
        }
        if (comparisons.isEmpty()) {
            throw Refused.conflict("cannotCompare");
        }
        return comparisons;
    }

    /** Those that both editions have in a format whose words can be read. */
    static List<String> languages(Document document, int from, int to) {
        return document.edition(from).map(Document.Edition::files).orElse(List.of()).stream()
                .filter(file -> FileText.isReadable(file.type()))
                .map(Document.StoredFile::language)
                .filter(language -> document.edition(to)
                        .flatMap(edition -> edition.in(language))
                        .filter(file -> FileText.isReadable(file.type()))
                        .isPresent())
                .toList();
    }

    private String words(Actor reader, UUID id, int edition, String language) {
        Documents.Opened opened = documents.open(reader, id, edition, language);
        try {
            return FileText.of(opened.path(), opened.file().type());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
