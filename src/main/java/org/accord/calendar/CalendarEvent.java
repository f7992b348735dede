package org.accord.calendar;

import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;

/** What happens to the addresses under which calendars are read from outside. */
sealed interface CalendarEvent extends DomainEvent {

    @Override
    default Subject about() {
        return new Subject("account", by().name());
    }

    /** Somebody made a secret address for their calendar; one that they had before leads nowhere from now on. */
    record FeedOpened(Actor by) implements CalendarEvent {

        @Override
        public String action() {
            return "calendar.feedOpened";
        }
    }

    /** Somebody revoked the secret address of their calendar. */
    record FeedRevoked(Actor by) implements CalendarEvent {

        @Override
        public String action() {
            return "calendar.feedRevoked";
        }
    }
}
