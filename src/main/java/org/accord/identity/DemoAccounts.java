package org.accord.identity;

import java.util.List;
import org.accord.core.Actor;
import org.accord.instance.InstanceProperties;
import org.accord.instance.MisconfiguredException;
import org.accord.programme.Post;
import org.accord.programme.Programme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives every post of the programme an account in a demonstration, and keeps such accounts out of production. */
@Component
class DemoAccounts implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    private static final int BEFORE_REQUESTS = 0;

    private final InstanceProperties instance;
    private final Programme programme;
    private final AccountStore store;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final String password;
    private volatile boolean settled;

    DemoAccounts(
            InstanceProperties instance,
            Programme programme,
            AccountStore store,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            @Value("${accord.demo.password:accord-demo}") String password) {
        this.instance = instance;
        this.programme = programme;
        this.store = store;
        this.encoder = encoder;
        this.events = events;
        this.transaction = transaction;
        this.password = password;
    }

    @Override
    public int getPhase() {
        return BEFORE_REQUESTS;
    }

    @Override
    public void start() {
        settled = true;
        if (instance.isDemo()) {
            transaction.executeWithoutResult(status -> add());
        } else if (store.hasDemoAccounts()) {
            throw new MisconfiguredException(
                    "The database holds demonstration accounts, whose password everybody knows.",
                    "Point spring.datasource.url at a database of its own, or set accord.mode to demo.");
        }
    }

    @Override
    public void stop() {
        settled = false;
    }

    @Override
    public boolean isRunning() {
        return settled;
    }

    private void add() {
        List<String> missing =
                store.missing(programme.posts().stream().map(Post::userName).toList());
        if (missing.isEmpty()) {
            return;
        }
        int added = store.addDemoAccounts(missing, encoder.encode(password));
        events.publishEvent(new IdentityEvent.DemoAccountsAdded(Actor.system("demo"), added));
        LOG.info("{} demonstration accounts; the password of each is \"{}\"", added, password);
    }
}
