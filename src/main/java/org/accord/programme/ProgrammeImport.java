package org.accord.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.accord.core.Actor;
import org.accord.core.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the programme file over once. It is read while beans are made, so that a faulty one stops the start at once, but
 * stored only when all listeners are in place, so that the record hears of it.
 */
@Component
class ProgrammeImport implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ProgrammeImport.class);
    private static final String STORED = "the stored programme file";

    private final Resource file;
    private final ProgrammeStore store;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile ProgrammeFile content;

    ProgrammeImport(
            @Value("${accord.programme}") Resource file,
            ProgrammeStore store,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.file = file;
        this.store = store;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.content = store.text()
                .map(text -> ProgrammeReader.read(STORED, text))
                .orElseGet(() -> ProgrammeReader.read(fileName(), text()));
    }

    ProgrammeFile content() {
        return content;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Optional<String> stored = store.text();
        if (stored.isPresent()) {
            warnIfNotTheSame(stored.get());
        } else {
            transaction.executeWithoutResult(status -> takeOver(text()));
        }
    }

    private void takeOver(String text) {
        Digest digest = Digest.of(text);
        if (store.keep(fileName(), digest, text, clock.instant())) {
            content = ProgrammeReader.read(fileName(), text);
            store.add(content.posts(), content.holdings());
            content.delegations().forEach(store::add);
            events.publishEvent(imported(digest));
        } else {
            content = ProgrammeReader.read(STORED, store.text().orElseThrow());
        }
    }

    private ProgrammeEvent.Imported imported(Digest digest) {
        return new ProgrammeEvent.Imported(
                Actor.system("programme"),
                content.code(),
                fileName(),
                digest,
                content.posts().size(),
                content.holdings().size());
    }

    private void warnIfNotTheSame(String stored) {
        if (!file.exists()) {
            return;
        }
        Digest there = Digest.of(text());
        if (!there.equals(Digest.of(stored))) {
            LOG.warn(
                    "{} (SHA-256 {}) is not the programme file that was taken over (SHA-256 {}); it is not applied",
                    fileName(),
                    there,
                    Digest.of(stored));
        }
    }

    private String fileName() {
        String name = file.getFilename();
        return name != null ? name : file.getDescription();
    }

    private String text() {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the programme file cannot be read: " + file.getDescription(), e);
        }
    }
}
