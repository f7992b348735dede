package org.accord.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Digest;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.programme.Difference.Sort;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The file that says what the programme is: the one in force, and what another in its place would change. */
@Component
public class ProgrammeFiles {

    /** What may go, since nothing in the record, in a case or on a document refers to it by its code. */
    private static final Set<String> MAY_GO = Set.of("posts", "notices");

    /** What days, keys and texts that exist already are told by. */
    private static final Set<String> STAY = Set.of("code", "zone", "languages", "roles.scope", "deadlines.anchor");

    private final ProgrammeImport imported;
    private final FileStore files;
    private final ProgrammeStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProgrammeFiles(
            ProgrammeImport imported,
            FileStore files,
            ProgrammeStore store,
            ApplicationEventPublisher events,
            Clock clock) {
        this.imported = imported;
        this.files = files;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A file and since when it is in force.
     *
     * @param name as its author calls it
     */
    public record Kept(String name, Digest digest, String text, Instant since) {}

    public Kept inForce() {
        return files.inForce().orElseThrow();
    }

    /**
     * What this text would change in place of the one in force. Refuses, each with all there is: the faults of the file by line;
     * as violations what would be gone ({@code gone}), what must stay as it is ({@code stays}), a mandate that was changed by hand since
     * and is changed in the file too ({@code changedByHand}) and roles that one post would hold and may not ({@code postExcludes},
     * {@code postOneState}); {@code sameProgramme} if it is the one in force.
     *
     * @param name what the file is called in the faults
     */
    public FileChange compare(String name, String text) {
        Kept kept = inForce();
        Digest digest = Digest.of(text);
        if (digest.equals(kept.digest())) {
            throw Refused.conflict("sameProgramme", name);
        }
        ProgrammeFile after = ProgrammeReader.read(name, text);
        ProgrammeFile before = ProgrammeReader.read(kept.name(), kept.text());
        List<Difference> differences =
                Differences.between(ProgrammeReader.written(kept.text()), ProgrammeReader.written(text));
        Effects effects = new Effects(before, after, held(), dayOf(clock.instant()));
        List<Violation> faults = new ArrayList<>();
        differences.forEach(difference -> requireKept(difference, faults));
        faults.addAll(effects.faults());
        if (!faults.isEmpty()) {
            throw Refused.invalid("invalid", faults);
        }
        return change(kept.digest(), digest, differences, effects, after);
    }

    private FileChange change(
            Digest base, Digest digest, List<Difference> differences, Effects effects, ProgrammeFile after) {
        List<Post> posts = after.posts().stream()
                .filter(post -> store.post(post.userName()).isEmpty())
                .toList();
        return new FileChange(
                base,
                digest,
                differences,
                posts,
                effects.granted(),
                effects.ended(),
                effects.delegated(),
                effects.revoked(),
                effects.changedRoles(),
                effects.holdersOfChangedRoles(),
                effects.administrators(),
                effects.seconds());
    }

    private static void requireKept(Difference difference, List<Violation> faults) {
        String section = difference.section();
        if (difference.sort() == Sort.REMOVED && !MAY_GO.contains(section)) {
            faults.add(Violation.of(section, "gone", difference.item()));
        }
        for (Difference.Detail detail : difference.details()) {
            boolean stays = STAY.contains(section) || STAY.contains(section + "." + detail.field());
            if (difference.sort() == Sort.CHANGED && stays) {
                faults.add(Violation.of(field(difference, detail), "stays", detail.before(), detail.after()));
            }
        }
    }

    private static String field(Difference difference, Difference.Detail detail) {
        return difference.item().isEmpty()
                ? difference.section()
                : difference.section() + "." + difference.item() + "." + detail.field();
    }

    private Effects.Held held() {
        List<Holding> mandates = new ArrayList<>();
        List<Delegation> delegations = new ArrayList<>();
        store.posts().forEach(post -> {
            mandates.addAll(store.holdingsOf(post.userName()));
            delegations.addAll(store.delegationsTo(post.userName()));
        });
        Set<LocalDate> inForce =
                files.momentsInForce().stream().map(this::dayOf).collect(Collectors.toSet());
        return new Effects.Held(mandates, delegations, inForce);
    }

    /**
     * Puts the text in force, within the caller's transaction, in which rights are held ({@link Programme#holdRights}); the caller has
     * asked whether that may be. Others see it when the transaction ends, other nodes a few seconds later at the latest.
     *
     * @param change what {@link #compare} said of it in the same transaction
     */
    public void takeOver(Actor actor, @Nullable Capacity capacity, String name, String text, FileChange change) {
        ProgrammeFile content = imported.putInForce(new Kept(name, change.digest(), text, clock.instant()));
        content.posts().stream().filter(post -> !store.add(post)).forEach(store::rename);
        LocalDate yesterday = dayOf(clock.instant()).minusDays(1);
        change.ended()
                .forEach(holding -> requireDone(store.end(holding.post().userName(), holding.mandate(), yesterday)));
        change.granted().forEach(holding -> grant(actor, capacity, holding));
        change.revoked().forEach(delegation -> requireDone(store.end(delegation, yesterday)));
        change.delegated().forEach(store::add);
        events.publishEvent(new ProgrammeEvent.Changed(actor, capacity, content.code(), name, change));
    }

    private void grant(Actor actor, @Nullable Capacity capacity, Holding holding) {
        String userName = holding.post().userName();
        store.add(userName, holding.mandate());
        events.publishEvent(new ProgrammeEvent.MandateGiven(actor, capacity, userName, holding.mandate()));
    }

    private static void requireDone(boolean done) {
        if (!done) {
            throw new ConcurrencyFailureException("what was to end has changed at the same moment");
        }
    }

    private LocalDate dayOf(Instant moment) {
        return moment.atZone(imported.content().calendars().zone()).toLocalDate();
    }
}
