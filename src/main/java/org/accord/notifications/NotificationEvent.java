package org.accord.notifications;

import java.util.Map;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;

/** What happens to the addresses that people are told at. Sent mails are not told of one by one. */
sealed interface NotificationEvent extends DomainEvent {

    String account();

    @Override
    default Subject about() {
        return new Subject("account", account());
    }

    /** Somebody proved that they read mail at an address. */
    record AddressConfirmed(Actor by, String account, String address) implements NotificationEvent {

        @Override
        public String action() {
            return "mail.addressConfirmed";
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("address", address);
        }

        @Override
        public Set<String> words() {
            return Set.of("address");
        }
    }

    /** Somebody wants no more mail at all. */
    record AddressRemoved(Actor by, String account) implements NotificationEvent {

        @Override
        public String action() {
            return "mail.addressRemoved";
        }
    }

    /** The server of an address refused it for good; nothing is sent there any more. */
    record AddressFailed(Actor by, String account) implements NotificationEvent {

        @Override
        public String action() {
            return "mail.addressFailed";
        }
    }

    /** An operator had a mail sent once more. */
    record SentAgain(Actor by, String account, String mail) implements NotificationEvent {

        @Override
        public String action() {
            return "mail.sentAgain";
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("mail", mail);
        }
    }

    /** An operator had every refused address counted as good again. */
    record RefusalsLifted(Actor by, int addresses) implements NotificationEvent {

        @Override
        public String account() {
            return by.name();
        }

        @Override
        public String action() {
            return "mail.refusalsLifted";
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("addresses", addresses);
        }
    }
}
