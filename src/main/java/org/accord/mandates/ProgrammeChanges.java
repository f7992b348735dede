package org.accord.mandates;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Digest;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.identity.AccountDirectory;
import org.accord.mandates.ProgrammeChange.Status;
import org.accord.programme.FileChange;
import org.accord.programme.Programme;
import org.accord.programme.ProgrammeFiles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Another file in the place of the one in force. Whoever administers hands it in, sees what it would change and proposes it; it is in
 * force when a second person, who gains or loses nothing by it, has confirmed it.
 */
@Component
class ProgrammeChanges {

    static final int LARGEST = 1_000_000;
    private static final int LONGEST_NAME = 200;
    private static final int SHOWN = 100;
    private static final int ATTEMPTS = 5;

    private final ProgrammeChangeStore store;
    private final Programme programme;
    private final ProgrammeFiles files;
    private final AccountDirectory accounts;
    private final TwoPersons persons;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProgrammeChanges(
            ProgrammeChangeStore store,
            Programme programme,
            ProgrammeFiles files,
            AccountDirectory accounts,
            TwoPersons persons,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.programme = programme;
        this.files = files;
        this.accounts = accounts;
        this.persons = persons;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    ProgrammeFiles.Kept inForce(Actor reader) {
        persons.requireReader(reader);
        return files.inForce();
    }

    /** The newest first; drafts only of the reader. */
    List<ProgrammeChange> latest(Actor reader) {
        persons.requireReader(reader);
        return store.latest(reader.name(), SHOWN);
    }

    boolean mayPropose(Actor actor) {
        return persons.proposer(actor).isPresent();
    }

    /** Refuses {@code noSuchProgrammeChange}, also for a draft of somebody else. */
    ProgrammeChange find(Actor reader, long number) {
        persons.requireReader(reader);
        return store.find(number)
                .filter(change -> !change.isDraft() || reader.is(change.proposedBy()))
                .orElseThrow(() -> Refused.notFound("noSuchProgrammeChange", Long.toString(number)));
    }

    String text(Actor reader, long number) {
        return store.text(find(reader, number).number());
    }

    /**
     * What it would change now. Refuses {@code programmeMoved} if another file is in force than when it was handed in, and what
     * {@link ProgrammeFiles#compare} refuses.
     */
    FileChange effect(Actor reader, ProgrammeChange change) {
        persons.requireReader(reader);
        if (!files.inForce().digest().equals(change.base())) {
            throw Refused.conflict("programmeMoved", Long.toString(change.number()));
        }
        return files.compare(change.fileName(), store.text(change.number()));
    }

    /** Whether the actor may be the second person for it. */
    boolean mayConfirm(Actor actor, ProgrammeChange change, Set<String> concerned) {
        return change.isProposed()
                && persons.second(actor, person -> change.concerns(person, concerned))
                        .isPresent();
    }

    /**
     * Takes a file as the draft of its author, in the place of the one they had. Refuses at the field {@code file} one that is
     * missing or empty ({@code required}), of more than {@value #LARGEST} bytes ({@code fileTooLarge}) or not in UTF-8 ({@code
     * notUtf8}), and what {@link ProgrammeFiles#compare} refuses.
     */
    @Transactional
    public ProgrammeChange draft(Actor actor, String name, byte[] file) {
        persons.requireProposer(actor);
        programme.holdRights();
        String called = name.isBlank() ? "programme.yaml" : shortened(name.strip());
        String text = text(called, file);
        Digest base = files.compare(called, text).base();
        var draft = new ProgrammeChange(
                0, called, Digest.of(text), base, "", Status.DRAFT, actor.name(), clock.instant(), null, null);
        return find(actor, store.keep(draft, text));
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    private static String text(String name, byte[] file) {
        if (file.length > LARGEST) {
            throw Refused.invalid(Violation.of("file", "fileTooLarge", LARGEST, name, file.length));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.isBlank() || text.indexOf('\0') >= 0) {
                throw Refused.invalid(Violation.of("file", text.isBlank() ? "required" : "notUtf8", name));
            }
            return text;
        } catch (CharacterCodingException e) {
            throw Refused.invalid(Violation.of("file", "notUtf8", name));
        }
    }

    /**
     * Proposes one's draft. Refuses a reason that is missing or too long, {@code changeDecided} if it is no draft any more, {@code
     * notForYourself} if its author would gain or lose by it, {@code noAdministratorLeft} and {@code noSecondPersonLeft} if nobody who can sign in would administer or confirm any more, and
     * what {@link #effect} refuses.
     */
    @Transactional
    public ProgrammeChange propose(Actor actor, long number, String reason) {
        Capacity capacity = persons.requireProposer(actor);
        programme.holdRights();
        ProgrammeChange draft = find(actor, number);
        if (!draft.isDraft()) {
            throw Refused.conflict("changeDecided", Long.toString(number));
        }
        List<Violation> faults = MandateRules.reasonFaults(reason.strip());
        if (!faults.isEmpty()) {
            throw Refused.invalid("invalid", faults);
        }
        FileChange effect = effect(actor, draft);
        if (persons.of(actor).stream().anyMatch(effect.concerned()::contains)) {
            throw Refused.notPermitted("notForYourself");
        }
        requireTwoLeft(effect);
        store.propose(number, reason.strip(), clock.instant());
        ProgrammeChange proposed = find(actor, number);
        events.publishEvent(new ProgrammeChangeEvent.Proposed(actor, capacity, proposed));
        return proposed;
    }

    /** Somebody administers afterwards, and somebody else can be their second person; both can sign in. */
    private void requireTwoLeft(FileChange effect) {
        accounts.hold();
        List<String> administrators = open(effect.administrators());
        if (administrators.isEmpty()) {
            throw Refused.conflict("noAdministratorLeft");
        }
        if (administrators.size() == 1 && open(effect.seconds()).size() < 2) {
            throw Refused.conflict("noSecondPersonLeft");
        }
    }

    private List<String> open(Set<String> posts) {
        return posts.stream().filter(post -> accounts.find(post).isPresent()).toList();
    }

    /**
     * Confirms it, and it is in force. Refuses {@code changeDecided}, {@code secondPerson} to whoever proposed it, gains or loses by
     * it, {@code proposerGains} if by now whoever proposed it would, {@code contended} if what is due was changed by others at the same moment again and again, and all that a proposal would
     * be refused for now.
     */
    public ProgrammeChange confirm(Actor actor, long number) {
        persons.requireConfirmer(actor);
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> confirmOnce(actor, number)));
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw Refused.conflict("contended", Long.toString(number));
                }
            }
        }
    }

    private ProgrammeChange confirmOnce(Actor actor, long number) {
        programme.holdRights();
        ProgrammeChange change = proposed(actor, number);
        FileChange effect = effect(actor, change);
        Capacity capacity = persons.requireSecond(actor, person -> change.concerns(person, effect.concerned()));
        if (persons.of(Actor.person(change.proposedBy())).stream().anyMatch(effect.concerned()::contains)) {
            throw Refused.conflict("proposerGains", change.proposedBy());
        }
        requireTwoLeft(effect);
        files.takeOver(actor, capacity, change.fileName(), store.text(number), effect);
        return decided(
                actor, change, Status.CONFIRMED, told -> new ProgrammeChangeEvent.Confirmed(actor, capacity, told));
    }

    /** Refuses it, as the second person. */
    @Transactional
    public ProgrammeChange refuse(Actor actor, long number) {
        persons.requireConfirmer(actor);
        programme.holdRights();
        ProgrammeChange change = proposed(actor, number);
        Capacity capacity = persons.requireSecond(actor, person -> change.concerns(person, Set.of()));
        return decided(actor, change, Status.REFUSED, told -> new ProgrammeChangeEvent.Refused(actor, capacity, told));
    }

    /**
     * Takes it back; only whoever handed it in may ({@code notYourProposal}). A draft is gone then, which nobody else has seen.
     */
    @Transactional
    public ProgrammeChange withdraw(Actor actor, long number) {
        Capacity capacity = persons.requireProposer(actor);
        programme.holdRights();
        ProgrammeChange change = find(actor, number);
        if (!change.isOpen()) {
            throw Refused.conflict("changeDecided", Long.toString(number));
        }
        if (!actor.is(change.proposedBy())) {
            throw Refused.notPermitted("notYourProposal");
        }
        if (change.isDraft()) {
            store.drop(actor.name());
            return change;
        }
        return decided(
                actor, change, Status.WITHDRAWN, told -> new ProgrammeChangeEvent.Withdrawn(actor, capacity, told));
    }

    private ProgrammeChange proposed(Actor actor, long number) {
        ProgrammeChange change = find(actor, number);
        if (!change.isProposed()) {
            throw Refused.conflict("changeDecided", Long.toString(number));
        }
        return change;
    }

    private ProgrammeChange decided(
            Actor actor,
            ProgrammeChange change,
            Status status,
            Function<ProgrammeChange, ProgrammeChangeEvent> telling) {
        store.decide(change.number(), status, actor.name(), clock.instant());
        ProgrammeChange decided = store.find(change.number()).orElseThrow();
        events.publishEvent(telling.apply(decided));
        return decided;
    }
}
