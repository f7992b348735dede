package org.accord.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies the record every night, and whenever an auditor asks; that it was done, and the result, is itself recorded. */
@Component
class Verification {

    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final Actor NIGHT = Actor.system("verification");

    private final DataSource dataSource;
    private final VerificationStore store;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Path folder;
    private final ReentrantLock running = new ReentrantLock();
    private final AtomicReference<@Nullable Fault> alarm = new AtomicReference<>();
    private final AtomicReference<Optional<VerificationStore.Run>> latest = new AtomicReference<>(Optional.empty());

    Verification(
            DataSource dataSource,
            VerificationStore store,
            Permissions permissions,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            @Value("${accord.seals.folder}") Path folder) {
        this.dataSource = dataSource;
        this.store = store;
        this.permissions = permissions;
        this.events = events;
        this.transaction = transaction;
        this.folder = folder;
    }

    record Verified(Actor by, Report report) implements DomainEvent {

        @Override
        public Subject about() {
            return new Subject("record", "accord");
        }

        @Override
        public String action() {
            return "record.verified";
        }

        @Override
        public Map<String, ?> details() {
            return Map.of(
                    "entries", report.entries(),
                    "root", report.root(),
                    "faults", report.faults().stream().map(Fault::toString).toList());
        }
    }

    /** For readers of everything ({@code notPermitted}). */
    Report verify(Actor actor) {
        permissions.require(actor, Right.READ_ALL, Scope.PROGRAMME);
        return verified(actor);
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "UTC")
    void verifyAtNight() {
        try (Connection held = dataSource.getConnection()) {
            if (VerificationStore.lock(held)) {
                Report report = verified(NIGHT);
                if (!report.isSound()) {
                    LOG.error("THE RECORD IS NOT SOUND: {}", report.faults().get(0));
                }
                VerificationStore.unlock(held);
            }
        } catch (SQLException e) {
            LOG.error("The record could not be verified at night", e);
        }
    }

    private Report verified(Actor actor) {
        if (!running.tryLock()) {
            throw Refused.conflict("verificationRuns");
        }
        try {
            return kept(actor, look());
        } finally {
            running.unlock();
        }
    }

    private Report kept(Actor actor, Report report) {
        alarm.set(report.isSound() ? null : report.faults().get(0));
        transaction.executeWithoutResult(status -> {
            store.keep(report);
            events.publishEvent(new Verified(actor, report));
        });
        refresh();
        return report;
    }

    private Report look() {
        try (Connection connection = dataSource.getConnection()) {
            return DatabaseReport.of(connection, Trusted.in(folder, List.of()));
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.error("The record could not be verified", e);
            return Report.unreadable(e);
        }
    }

    /** The first fault that was found last, by this node or another; only a sound verification by this node takes it back. */
    Optional<Fault> alarm() {
        return Optional.ofNullable(alarm.get()).or(() -> latest().map(VerificationStore.Run::report)
                .filter(report -> !report.isSound())
                .map(report -> report.faults().get(0)));
    }

    /** What was found last, by whichever node; a half-minute old at most. */
    Optional<VerificationStore.Run> latest() {
        return latest.get();
    }

    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT30S")
    void refresh() {
        try {
            latest.set(store.latest());
        } catch (DataAccessException e) {
            LOG.warn("The result of the last verification could not be read: {}", e.getMessage());
        }
    }
}
