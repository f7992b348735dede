package org.accord.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.accord.core.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the scanner again about files that were taken in while none answered. */
@Component
class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final Actor SCANNER = Actor.system("scanner");

    private final DocumentStore store;
    private final FileVault vault;
    private final VirusScanner scanner;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Quarantine(
            DocumentStore store,
            FileVault vault,
            VirusScanner scanner,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.store = store;
        this.vault = vault;
        this.scanner = scanner;
        this.events = events;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "${accord.watch.every:PT1M}", fixedDelayString = "${accord.watch.every:PT1M}")
    void lookAgain() {
        for (Document document : store.quarantined()) {
            if (document.destroyedAt() != null) {
                continue;
            }
            for (Document.Edition edition : document.editions()) {
                edition.files().stream()
                        .filter(file -> file.scan() == Document.Scan.QUARANTINED)
                        .forEach(file -> lookAgain(document, edition.number(), file));
            }
        }
    }

    private void lookAgain(Document document, int edition, Document.StoredFile file) {
        try (InputStream in = Files.newInputStream(vault.open(file.digest()))) {
            VirusScanner.Verdict verdict = scanner.scan(in);
            if (verdict == VirusScanner.Verdict.CLEAN || verdict == VirusScanner.Verdict.INFECTED) {
                Document.Scan scan = Document.Scan.valueOf(verdict.name());
                transaction.executeWithoutResult(status -> {
                    store.scanned(file.digest(), scan);
                    events.publishEvent(new DocumentEvent.FileScanned(
                            SCANNER,
                            DocumentEvent.Concerned.of(document, edition),
                            file.digest().hex(),
                            scan.name()));
                });
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("{} cannot be scanned: {}", document.symbol(edition), e.getMessage());
        }
    }
}
