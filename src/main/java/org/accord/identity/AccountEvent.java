package org.accord.identity;

import java.util.Map;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/** What happens to accounts between their invitation and their end. */
public sealed interface AccountEvent extends DomainEvent {

    String account();

    /** Whether what opened the account so far opens it no more. */
    default boolean closesDoors() {
        return false;
    }

    @Override
    default Subject about() {
        return new Subject("account", account());
    }

    record Invited(Actor by, @Nullable Capacity capacity, String account) implements AccountEvent {

        @Override
        public String action() {
            return "account.invited";
        }
    }

    /** The holder of the post chose a password. */
    record TakenUp(Actor by) implements AccountEvent {

        @Override
        public boolean closesDoors() {
            return true;
        }

        @Override
        public String account() {
            return by.name();
        }

        @Override
        public String action() {
            return "account.takenUp";
        }
    }

    record Locked(Actor by, Capacity capacity, String account, String reason) implements AccountEvent {

        @Override
        public boolean closesDoors() {
            return true;
        }

        @Override
        public String action() {
            return "account.locked";
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("reason", reason);
        }

        @Override
        public Set<String> words() {
            return Set.of("reason");
        }
    }

    record Unlocked(Actor by, Capacity capacity, String account) implements AccountEvent {

        @Override
        public String action() {
            return "account.unlocked";
        }
    }

    /** @param tokens how many API tokens were revoked with them */
    record SessionsEnded(Actor by, Capacity capacity, String account, int tokens) implements AccountEvent {

        @Override
        public boolean closesDoors() {
            return true;
        }

        @Override
        public String action() {
            return "account.sessionsEnded";
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("tokens", tokens);
        }
    }
}
