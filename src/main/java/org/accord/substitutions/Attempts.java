package org.accord.substitutions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries commands out in one transaction each, and records what was refused in another, since the first is undone. */
@Component
class Attempts {

    private static final int LONGEST = 200;

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Attempts(ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * What somebody asks for.
     *
     * @param kind {@code substitution} or {@code handover}
     * @param subject the identifier, or {@code new}
     */
    record Asked(String kind, String subject, Map<String, Object> details) {}

    <T> T carryOut(Actor actor, Asked asked, Supplier<T> command) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> command.get()));
        } catch (Refused refused) {
            transaction.executeWithoutResult(status -> record(actor, asked, refused));
            throw refused;
        }
    }

    private void record(Actor actor, Asked asked, Refused refused) {
        Map<String, Object> told = new LinkedHashMap<>();
        asked.details().forEach((name, value) -> told.put(name, storable(value)));
        List<String> faults = refused.violations().stream()
                .map(violation -> violation.field() + ":" + violation.code())
                .toList();
        events.publishEvent(new SubstitutionEvent.AttemptRefused(
                actor, asked.kind(), storable(asked.subject()).toString(), told, refused.code(), faults));
    }

    /** Whatever was typed, in a form that the record can hold. */
    private static Object storable(Object value) {
        if (value instanceof Iterable<?> list) {
            return List.of(storable(String.join(", ", texts(list))));
        }
        String plain = value.toString().replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    private static List<String> texts(Iterable<?> list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(String.valueOf(item)));
        return texts;
    }
}
