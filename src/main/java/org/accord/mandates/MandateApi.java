package org.accord.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.accord.core.Actor;
import org.accord.programme.Mandate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes of rights for programs. */
@RestController
@RequestMapping("/api/v1/mandate-changes")
class MandateApi {

    private final Mandates mandates;

    MandateApi(Mandates mandates) {
        this.mandates = mandates;
    }

    /**
     * A change of somebody's rights.
     *
     * @param act {@code grant} or {@code end}
     * @param status {@code proposed}, {@code confirmed}, {@code refused} or {@code withdrawn}
     */
    record Item(
            long number,
            String act,
            String userName,
            String role,
            @Nullable String state,
            @Nullable String organisation,
            @Nullable String pillar,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate lastDay,
            String reason,
            String status,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static Item of(MandateChange change) {
            Mandate mandate = change.mandate();
            return new Item(
                    change.number(),
                    word(change.act()),
                    change.userName(),
                    mandate.role(),
                    mandate.scope().state(),
                    mandate.scope().organisation(),
                    mandate.scope().pillar(),
                    mandate.from(),
                    mandate.until(),
                    change.lastDay(),
                    change.reason(),
                    word(change.status()),
                    change.proposedBy(),
                    change.proposedAt(),
                    change.decidedBy(),
                    change.decidedAt());
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }

    record Items(List<Item> items) {}

    @GetMapping
    Items all(Actor actor) {
        return new Items(mandates.changes(actor).stream().map(Item::of).toList());
    }

    /** Proposes the mandate, or with a {@code lastDay} the end of the one that is named. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Item propose(Actor actor, @RequestBody Typed typed) {
        return Item.of(
                typed.lastDay().isEmpty()
                        ? mandates.grant(actor, typed.userName(), typed.mandate(), typed.reason())
                        : mandates.end(actor, typed.userName(), typed.mandate(), typed.end(), typed.reason()));
    }

    @PostMapping("/{number}/confirm")
    Item confirm(Actor actor, @PathVariable long number) {
        return Item.of(mandates.confirm(actor, number));
    }

    @PostMapping("/{number}/refuse")
    Item refuse(Actor actor, @PathVariable long number) {
        return Item.of(mandates.refuse(actor, number));
    }

    @PostMapping("/{number}/withdraw")
    Item withdraw(Actor actor, @PathVariable long number) {
        return Item.of(mandates.withdraw(actor, number));
    }
}
