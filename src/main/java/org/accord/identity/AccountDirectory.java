package org.accord.identity;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What other modules may know of accounts. */
@Component
public class AccountDirectory {

    private final AccountStore store;

    AccountDirectory(AccountStore store) {
        this.store = store;
    }

    /**
     * An account that somebody may sign in with.
     *
     * @param language that its holder chose, else English
     * @param demo whether it was made for a demonstration
     */
    public record Known(String name, Locale language, boolean demo) {}

    /** Until the end of the transaction no account is locked or opened. */
    public void hold() {
        store.holdLocks();
    }

    /** The account of that name; not if it is disabled. */
    public Optional<Known> find(String name) {
        return store.find(name)
                .filter(Account::enabled)
                .map(account -> new Known(
                        account.name(),
                        ReaderLanguage.spoken(account.language()).orElse(Locale.ENGLISH),
                        account.demo()));
    }
}
