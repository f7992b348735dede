package org.accord.mandates;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.accord.core.Actor;
import org.accord.programme.Delegation;
import org.accord.programme.Difference;
import org.accord.programme.FileChange;
import org.accord.programme.Holding;
import org.accord.programme.Post;
import org.accord.programme.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The programme's file for programs. */
@RestController
@RequestMapping("/api/v1/programme-changes")
class ProgrammeChangeApi {

    private final ProgrammeChanges changes;

    ProgrammeChangeApi(ProgrammeChanges changes) {
        this.changes = changes;
    }

    /** A file as it is handed in: its name and its text, which is YAML. */
    record Given(@Nullable String name, @Nullable String text) {}

    record Reason(@Nullable String reason) {}

    /**
     * A file that was handed in.
     *
     * @param status {@code draft}, {@code proposed}, {@code confirmed}, {@code refused} or {@code withdrawn}
     */
    record Item(
            long number,
            String file,
            String digest,
            String before,
            String reason,
            String status,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static Item of(ProgrammeChange change) {
            return new Item(
                    change.number(),
                    change.fileName(),
                    change.digest().hex(),
                    change.base().hex(),
                    change.reason(),
                    change.status().name().toLowerCase(Locale.ROOT),
                    change.proposedBy(),
                    change.proposedAt(),
                    change.decidedBy(),
                    change.decidedAt());
        }
    }

    record Items(List<Item> items) {}

    /** A mandate that a post would be given or lose. */
    record Held(
            String userName,
            String role,
            @Nullable String state,
            @Nullable String organisation,
            @Nullable String pillar,
            LocalDate from,
            @Nullable LocalDate until) {

        static Held of(Holding holding) {
            var mandate = holding.mandate();
            return new Held(
                    holding.post().userName(),
                    mandate.role(),
                    mandate.scope().state(),
                    mandate.scope().organisation(),
                    mandate.scope().pillar(),
                    mandate.from(),
                    mandate.until());
        }
    }

    /** What it would change now. */
    record Effect(
            List<Difference> differences,
            List<String> posts,
            List<Held> granted,
            List<Held> ended,
            List<Delegation> delegated,
            List<Delegation> revoked,
            List<String> changedRoles,
            List<String> concerned) {

        static Effect of(FileChange change) {
            return new Effect(
                    change.differences(),
                    change.posts().stream().map(Post::userName).toList(),
                    change.granted().stream().map(Held::of).toList(),
                    change.ended().stream().map(Held::of).toList(),
                    change.delegated(),
                    change.revoked(),
                    change.roles().stream().map(Role::code).toList(),
                    List.copyOf(change.concerned()));
        }
    }

    /** The newest first; drafts only of the caller. */
    @GetMapping
    Items all(Actor actor) {
        return new Items(changes.latest(actor).stream().map(Item::of).toList());
    }

    @GetMapping("/{number}")
    Item one(Actor actor, @PathVariable long number) {
        return Item.of(changes.find(actor, number));
    }

    /** What it would change now, and to whom it would give rights or take them. */
    @GetMapping("/{number}/effect")
    Effect effect(Actor actor, @PathVariable long number) {
        return Effect.of(changes.effect(actor, changes.find(actor, number)));
    }

    /** Hands a file in; it is a draft until it is proposed. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Item draft(Actor actor, @RequestBody Given given) {
        byte[] text = Objects.requireNonNullElse(given.text(), "").getBytes(StandardCharsets.UTF_8);
        return Item.of(changes.draft(actor, Objects.requireNonNullElse(given.name(), ""), text));
    }

    @PostMapping("/{number}/propose")
    Item propose(Actor actor, @PathVariable long number, @RequestBody Reason given) {
        return Item.of(changes.propose(actor, number, Objects.requireNonNullElse(given.reason(), "")));
    }

    @PostMapping("/{number}/confirm")
    Item confirm(Actor actor, @PathVariable long number) {
        return Item.of(changes.confirm(actor, number));
    }

    @PostMapping("/{number}/refuse")
    Item refuse(Actor actor, @PathVariable long number) {
        return Item.of(changes.refuse(actor, number));
    }

    @PostMapping("/{number}/withdraw")
    Item withdraw(Actor actor, @PathVariable long number) {
        return Item.of(changes.withdraw(actor, number));
    }
}
