package org.accord.documents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.accord.core.Actor;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1")
class DocumentApi {

    private final Documents documents;
    private final DocumentCustody custody;
    private final Programme programme;
    private final FileResponses responses;

    DocumentApi(Documents documents, DocumentCustody custody, Programme programme, FileResponses responses) {
        this.responses = responses;
        this.documents = documents;
        this.custody = custody;
        this.programme = programme;
    }

    record FileItem(
            String language, String name, String type, long size, String digest, String scan, String by, Instant at) {}

    record EditionItem(
            int number,
            String kind,
            String symbol,
            @Nullable String reason,
            String parity,
            List<FileItem> files) {}

    record DocumentItem(
            UUID id,
            String caseKey,
            String symbol,
            String title,
            String content,
            String classification,
            String retention,
            boolean held,
            @Nullable Instant destroyedAt,
            List<EditionItem> editions) {}

    record Items(List<DocumentItem> items) {}

    @GetMapping("/documents")
    Items search(Actor actor, @RequestParam(defaultValue = "") String q) {
        return new Items(documents.search(actor, q).stream().map(this::item).toList());
    }

    @GetMapping("/cases/{key}/documents")
    Items ofCase(Actor actor, @PathVariable String key) {
        return new Items(documents.ofCase(actor, key).stream().map(this::item).toList());
    }

    @GetMapping("/documents/{id}")
    DocumentItem one(Actor actor, @PathVariable UUID id) {
        return item(documents.find(actor, id));
    }

    @GetMapping("/documents/{id}/{edition}/{language}")
    ResponseEntity<Resource> file(
            Actor actor,
            Locale locale,
            @PathVariable UUID id,
            @PathVariable int edition,
            @PathVariable String language) {
        return responses.of(documents.open(actor, id, edition, language), locale);
    }

    @PostMapping(path = "/cases/{key}/documents", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    DocumentItem add(
            Actor actor,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        return takenIn(
                file,
                language,
                upload -> documents.add(actor, key, new Documents.Heading(title, content, null), upload));
    }

    @PostMapping(path = "/documents/{id}/editions", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    DocumentItem addEdition(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        return takenIn(
                file, language, upload -> documents.addEdition(actor, id, DocumentPages.kind(kind), reason, upload));
    }

    @PostMapping(path = "/documents/{id}/{edition}/languages", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    DocumentItem addLanguage(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int edition,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        return takenIn(file, language, upload -> documents.addLanguage(actor, id, edition, upload));
    }

    @PostMapping("/documents/{id}/{edition}/parity")
    DocumentItem certify(Actor actor, @PathVariable UUID id, @PathVariable int edition) {
        custody.certify(actor, id, edition);
        return item(documents.find(actor, id));
    }

    private DocumentItem takenIn(@Nullable MultipartFile file, String language, Function<Upload, Document> taking) {
        return item(Upload.of(file, language, taking));
    }

    private DocumentItem item(Document document) {
        return new DocumentItem(
                document.id(),
                document.caseKey(),
                document.symbol(1),
                document.title(),
                document.content().word(),
                word(document.level()),
                word(document.retention()),
                document.hold() != null,
                document.destroyedAt(),
                document.editions().stream()
                        .map(edition -> item(document, edition))
                        .toList());
    }

    private EditionItem item(Document document, Document.Edition edition) {
        return new EditionItem(
                edition.number(),
                word(edition.kind()),
                document.symbol(edition.number()),
                edition.reason(),
                word(edition.parity(programme.languages())),
                edition.files().stream().map(DocumentApi::item).toList());
    }

    private static FileItem item(Document.StoredFile file) {
        return new FileItem(
                file.language(),
                file.name(),
                file.type().mediaType(),
                file.size(),
                file.digest().hex(),
                word(file.scan()),
                file.by(),
                file.at());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
