package org.accord.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells those whom news concerns, each when they want to be told. */
@Component
class Distribution {

    private static final Logger LOG = LoggerFactory.getLogger(Distribution.class);

    private final NewsStore store;
    private final Recipients recipients;
    private final Preferences preferences;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Distribution(
            NewsStore store,
            Recipients recipients,
            Preferences preferences,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.recipients = recipients;
        this.preferences = preferences;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Spreads all that waits; what cannot be spread is tried again later and holds up nothing else. */
    void spread() {
        boolean more = true;
        while (more) {
            more = spreadNext();
        }
    }

    private boolean spreadNext() {
        AtomicReference<News> tried = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<News> next = store.next();
                next.ifPresent(news -> {
                    tried.set(news);
                    spread(news);
                });
                return next.isPresent();
            }));
        } catch (RuntimeException e) {
            News news = tried.get();
            if (news == null) {
                throw e;
            }
            LOG.warn("Nobody could be told of news {}", news.id(), e);
            transaction.executeWithoutResult(status -> store.failed(news.id()));
            return false;
        }
    }

    private void spread(News news) {
        Instant now = clock.instant();
        for (String recipient : recipients.of(news)) {
            preferences
                    .reachable(recipient)
                    .flatMap(reader -> reader.wishes().due(news.kind(), now))
                    .ifPresent(due -> store.tell(news.id(), recipient, due));
        }
        store.spread(news.id(), now);
    }
}
