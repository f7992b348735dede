package org.accord.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Digest;
import org.accord.core.DomainEvent;
import org.accord.core.LocalText;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/** What can happen to a programme. */
public sealed interface ProgrammeEvent extends DomainEvent {

    /**
     * A programme file was taken over whole.
     *
     * @param programme code of the programme
     * @param digest of the file's text
     */
    record Imported(Actor by, String programme, String file, Digest digest, int posts, int mandates)
            implements ProgrammeEvent {

        @Override
        public Subject about() {
            return new Subject("programme", programme);
        }

        @Override
        public String action() {
            return "programme.imported";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("file", file, "digest", digest.hex(), "posts", posts, "mandates", mandates);
        }
    }

    /** A post was given a mandate, by a change of rights or by another programme file. */
    record MandateGiven(Actor by, @Nullable Capacity capacity, String userName, Mandate mandate)
            implements ProgrammeEvent {

        @Override
        public Subject about() {
            return mandate.subject(userName);
        }

        @Override
        public String action() {
            return "programme.mandateGiven";
        }

        @Override
        public Scope scope() {
            return Scope.ofState(mandate.scope().state());
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of(
                    "post",
                    userName,
                    "mandate",
                    mandate.scope().principal(mandate.role()),
                    "from",
                    mandate.from().toString());
        }
    }

    /** Another programme file was put in force. Told before what is due moves. */
    record Changed(Actor by, @Nullable Capacity capacity, String programme, String file, FileChange change)
            implements ProgrammeEvent {

        @Override
        public Subject about() {
            return new Subject("programme", programme);
        }

        @Override
        public String action() {
            return "programme.changed";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of(
                    "file",
                    file,
                    "digest",
                    change.digest().hex(),
                    "before",
                    change.base().hex(),
                    "differences",
                    change.differences().size(),
                    "posts",
                    change.posts().stream().map(Post::userName).toList(),
                    "granted",
                    FileChange.told(change.granted()),
                    "ended",
                    FileChange.told(change.ended()),
                    "delegated",
                    FileChange.authority(change.delegated()),
                    "revoked",
                    FileChange.authority(change.revoked()));
        }
    }

    /**
     * A calendar got a day, or lost one again. Told before what is due moves.
     *
     * @param calendar code of the calendar
     * @param off whether it is a day off; a day worked otherwise
     * @param added whether the calendar got it
     */
    record CalendarChanged(
            Actor by,
            @Nullable Capacity capacity,
            String calendar,
            LocalDate day,
            LocalText name,
            boolean off,
            boolean added)
            implements ProgrammeEvent {

        @Override
        public Subject about() {
            return new Subject("calendar", calendar);
        }

        @Override
        public String action() {
            return added ? "calendar.dayAdded" : "calendar.dayRemoved";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("day", day.toString(), "name", name.byLanguage(), "off", off);
        }
    }

    /**
     * The mandates of a post went to the post that follows it.
     *
     * @param day the first on which they are the second post's
     */
    record MandatesPassed(Actor by, String from, String to, LocalDate day, List<Mandate> mandates)
            implements ProgrammeEvent {

        @Override
        public Subject about() {
            return new Subject("post", from);
        }

        @Override
        public String action() {
            return "programme.mandatesPassed";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of(
                    "to",
                    to,
                    "day",
                    day.toString(),
                    "mandates",
                    mandates.stream()
                            .map(mandate -> mandate.scope().principal(mandate.role()))
                            .toList());
        }
    }
}
