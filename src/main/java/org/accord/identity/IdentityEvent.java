package org.accord.identity;

import java.util.Map;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;

/** What happens to accounts, sessions and tokens. */
sealed interface IdentityEvent extends DomainEvent {

    @Override
    default Subject about() {
        return new Subject("account", by().name());
    }

    record SignedIn(Actor by) implements IdentityEvent {

        @Override
        public String action() {
            return "account.signedIn";
        }
    }

    /**
     * A sign-in failed.
     *
     * @param typed the name that was typed, shortened
     * @param minutes how long nobody may try again; zero if at once
     */
    record SignInFailed(Actor by, String typed, long minutes) implements IdentityEvent {

        @Override
        public String action() {
            return "account.signInFailed";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("typed", typed, "wait", minutes);
        }

        @Override
        public Set<String> words() {
            return Set.of("typed");
        }
    }

    record TokenCreated(Actor by, String token, String label) implements IdentityEvent {

        @Override
        public String action() {
            return "token.created";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("token", token, "label", label);
        }

        @Override
        public Set<String> words() {
            return Set.of("label");
        }
    }

    record TokenRevoked(Actor by, String token) implements IdentityEvent {

        @Override
        public String action() {
            return "token.revoked";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("token", token);
        }
    }

    record DemoAccountsAdded(Actor by, int number) implements IdentityEvent {

        @Override
        public String action() {
            return "account.demoAccountsAdded";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("number", number);
        }
    }
}
