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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the programme file over once, and knows the one in force. It is read while beans are made, so that a faulty one stops the start at once, but
 * stored only when all listeners are in place, so that the record hears of it.
 */
@Component
class ProgrammeImport implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ProgrammeImport.class);

    private final Resource file;
    private final FileStore files;
    private final ProgrammeStore store;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final InForce inForce;

    ProgrammeImport(
            @Value("${accord.programme}") Resource file,
            FileStore files,
            ProgrammeStore store,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.file = file;
        this.files = files;
        this.store = store;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.inForce = new InForce(files.inForce().map(ProgrammeImport::read).orElseGet(() -> read(here())));
    }

    ProgrammeFile content() {
        return inForce.version().content();
    }

    private static InForce.Version read(ProgrammeFiles.Kept file) {
        return new InForce.Version(file.digest(), ProgrammeReader.read(file.name(), file.text()));
    }

    private ProgrammeFiles.Kept here() {
        String text = text();
        return new ProgrammeFiles.Kept(fileName(), Digest.of(text), text, clock.instant());
    }

    @Override
    public void afterSingletonsInstantiated() {
        Optional<Digest> stored = files.digest();
        if (stored.isPresent()) {
            warnIfNotTheSame(stored.get());
        } else {
            transaction.executeWithoutResult(status -> takeOver(here()));
        }
    }

    private void takeOver(ProgrammeFiles.Kept file) {
        if (files.keep(file)) {
            inForce.set(read(file));
            store.add(content().posts(), content().holdings());
            content().delegations().forEach(store::add);
            events.publishEvent(imported(file.digest()));
        } else {
            inForce.set(read(files.inForce().orElseThrow()));
        }
    }

    /** Puts the file in the place of the one in force, within the caller's transaction; answers what it says. */
    ProgrammeFile putInForce(ProgrammeFiles.Kept file) {
        files.replace(file);
        inForce.setWithCommit(read(file));
        return content();
    }

    /** Reads the file anew if another node has put one in force. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    void refresh() {
        if (!files.digest().equals(Optional.of(inForce.version().digest()))) {
            files.inForce().map(ProgrammeImport::read).ifPresent(inForce::set);
        }
    }

    private ProgrammeEvent.Imported imported(Digest digest) {
        return new ProgrammeEvent.Imported(
                Actor.system("programme"),
                content().code(),
                fileName(),
                digest,
                content().posts().size(),
                content().holdings().size());
    }

    private void warnIfNotTheSame(Digest stored) {
        if (!file.exists()) {
            return;
        }
        Digest there = Digest.of(text());
        if (!there.equals(stored)) {
            LOG.warn(
                    "{} (SHA-256 {}) is not the programme file that was taken over (SHA-256 {}); it is not applied",
                    fileName(),
                    there,
                    stored);
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
