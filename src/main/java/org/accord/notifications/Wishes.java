package org.accord.notifications;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Of what somebody wants to be told by mail, and when.
 *
 * @param zone in which the times are meant
 * @param daily when the one mail of the day is sent
 * @param quiet when no mail is sent
 */
record Wishes(
        Map<Kind, Timing> timings,
        ZoneId zone,
        LocalTime daily,
        @Nullable Quiet quiet) {

    Wishes {
        timings = Map.copyOf(timings);
    }

    /** What a mail may tell of. */
    enum Kind {
        /** A task that is theirs, or that their role may do. */
        TASK,
        /** A task that is due soon or late. */
        DEADLINE,
        /** What a process tells the holders of roles: invitations, silence begun, broken or kept, adoption. */
        NOTICE,
        /** Somebody calls upon them in a discussion. */
        MENTION
    }

    enum Timing {
        AT_ONCE,
        DAILY,
        NEVER
    }

    /** From one time of the day to another, over midnight if the second is the earlier; the second is not in it. */
    record Quiet(LocalTime from, LocalTime until) {

        boolean contains(LocalTime time) {
            boolean begun = !time.isBefore(from);
            boolean goesOn = time.isBefore(until);
            return from.isBefore(until) ? begun && goesOn : begun || goesOn;
        }
    }

    Timing timing(Kind kind) {
        return timings.getOrDefault(kind, Timing.AT_ONCE);
    }

    /** When to tell of something that happens now; never if they do not want to know. */
    Optional<Instant> due(Kind kind, Instant now) {
        ZonedDateTime local = now.atZone(zone);
        return switch (timing(kind)) {
            case AT_ONCE -> Optional.of(afterQuiet(local).toInstant());
            case DAILY -> Optional.of(afterQuiet(next(local, daily)).toInstant());
            case NEVER -> Optional.empty();
        };
    }

    /** When a mail may be sent that is ready now. */
    Instant mayBeSent(Instant now) {
        return afterQuiet(now.atZone(zone)).toInstant();
    }

    private ZonedDateTime afterQuiet(ZonedDateTime moment) {
        return quiet != null && quiet.contains(moment.toLocalTime()) ? next(moment, quiet.until()) : moment;
    }

    private static ZonedDateTime next(ZonedDateTime moment, LocalTime time) {
        ZonedDateTime today = moment.with(time);
        return today.isAfter(moment) ? today : today.plusDays(1).with(time);
    }
}
