package org.accord.comments;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.accord.core.Actor;
import org.accord.core.Page;
import org.accord.core.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The discussion of a case for programs. Reading here leaves unread what is unread. */
@RestController
@RequestMapping("/api/v1/cases/{key}/comments")
class DiscussionApi {

    private final Discussions discussions;
    private final Clock clock;

    DiscussionApi(Discussions discussions, Clock clock) {
        this.discussions = discussions;
        this.clock = clock;
    }

    /**
     * A comment.
     *
     * @param audience {@code all}, {@code state:KZ}, {@code secretariat}
     * @param text absent once it is withdrawn
     */
    record Item(
            long number,
            UUID id,
            @Nullable String task,
            String author,
            String role,
            @Nullable String onBehalfOf,
            String audience,
            @Nullable String text,
            List<String> mentions,
            Instant at,
            @Nullable Instant withdrawn) {

        static Item of(Comment comment) {
            return new Item(
                    comment.number(),
                    comment.id(),
                    comment.task(),
                    comment.author(),
                    comment.capacity().role(),
                    comment.capacity().onBehalfOf(),
                    comment.audience().word(),
                    comment.text(),
                    comment.mentions().stream()
                            .sorted(Comparator.naturalOrder())
                            .toList(),
                    comment.at(),
                    comment.withdrawn());
        }
    }

    /** @param id sent twice it makes one comment; absent: a new one */
    record Said(
            @Nullable UUID id,
            @Nullable String text,
            @Nullable String audience,
            @Nullable String task) {}

    @GetMapping
    Page<Item> list(Actor actor, @PathVariable String key, @RequestParam(required = false) @Nullable Long before) {
        Page<Comment> page = discussions.of(actor, key, before, clock.instant());
        return new Page<>(page.items().stream().map(Item::of).toList(), page.next());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Item write(Actor actor, @PathVariable String key, @RequestBody Said said) {
        UUID id = said.id() == null ? Uuid7.at(clock.instant()) : said.id();
        discussions.write(
                actor,
                key,
                new Discussions.Draft(
                        id,
                        Objects.requireNonNullElse(said.text(), ""),
                        Objects.requireNonNullElse(said.audience(), "all"),
                        said.task()));
        return Item.of(discussions.find(actor, key, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable String key, @PathVariable UUID id) {
        discussions.withdraw(actor, key, id);
    }
}
