package org.accord.mandates;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.LocalText;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.identity.AccountDirectory;
import org.accord.mandates.MandateChange.Act;
import org.accord.mandates.MandateChange.Status;
import org.accord.programme.Delegation;
import org.accord.programme.Mandate;
import org.accord.programme.Post;
import org.accord.programme.Programme;
import org.accord.programme.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts and their rights. Whoever administers proposes a change; it holds when a second person has confirmed it: another
 * administrator, or whoever approves absences for the whole programme. Neither is the one whom it concerns.
 */
@Component
class Mandates {

    static final int LONGEST_NAME = 200;
    private static final int SHOWN = 100;
    private static final Pattern USER_NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?");

    private final MandateStore store;
    private final Programme programme;
    private final AccountDirectory accounts;
    private final TwoPersons persons;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mandates(
            MandateStore store,
            Programme programme,
            AccountDirectory accounts,
            TwoPersons persons,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.programme = programme;
        this.accounts = accounts;
        this.persons = persons;
        this.events = events;
        this.clock = clock;
    }

    /** Every post with all mandates that it ever had or will have; for those who propose or confirm. */
    Map<String, List<Mandate>> held(Actor reader) {
        persons.requireReader(reader);
        Map<String, List<Mandate>> held = new TreeMap<>();
        programme.posts().forEach(post -> held.put(post.userName(), programme.mandatesOf(post.userName())));
        return held;
    }

    /** The posts to which authority to approve spending was delegated, with all of it. */
    Map<String, List<Delegation>> delegated(Actor reader) {
        persons.requireReader(reader);
        Map<String, List<Delegation>> delegated = new TreeMap<>();
        programme.posts().forEach(post -> delegated.put(post.userName(), programme.delegationsTo(post.userName())));
        delegated.values().removeIf(List::isEmpty);
        return delegated;
    }

    /** The changes that wait, and the latest of those that were decided. */
    List<MandateChange> changes(Actor reader) {
        persons.requireReader(reader);
        return store.latest(SHOWN);
    }

    boolean mayPropose(Actor actor) {
        return persons.proposer(actor).isPresent();
    }

    /** Whether the actor may be the second person for it. */
    boolean mayConfirm(Actor actor, MandateChange change) {
        return change.isOpen() && persons.second(actor, change::concerns).isPresent();
    }

    /**
     * Proposes that a post gets a mandate. Refuses {@code notForYourself}, {@code noSuchPost}, and as violations what the rules
     * of roles forbid and a reason that is missing or too long.
     */
    @Transactional
    public MandateChange grant(Actor actor, String userName, Mandate mandate, String reason) {
        return propose(actor, Act.GRANT, userName, mandate, null, reason);
    }

    /**
     * Proposes that a mandate ends with that day. Refuses the same, {@code noSuchMandate}, and {@code lastAdministrator} if nobody
     * else would administer then.
     */
    @Transactional
    public MandateChange end(Actor actor, String userName, Mandate mandate, LocalDate lastDay, String reason) {
        return propose(actor, Act.END, userName, mandate, lastDay, reason);
    }

    private MandateChange propose(
            Actor actor, Act act, String userName, Mandate mandate, @Nullable LocalDate lastDay, String reason) {
        Capacity capacity = persons.requireProposer(actor);
        if (persons.of(actor).contains(userName)) {
            throw Refused.notPermitted("notForYourself");
        }
        programme.holdRights();
        var proposed = new MandateChange(
                0,
                act,
                post(userName),
                mandate,
                lastDay,
                reason.strip(),
                Status.PROPOSED,
                actor.name(),
                clock.instant(),
                null,
                null);
        List<Violation> faults = new ArrayList<>(faults(proposed));
        faults.addAll(MandateRules.reasonFaults(proposed.reason()));
        if (!faults.isEmpty()) {
            throw Refused.invalid("invalid", faults);
        }
        requireAdministratorLeft(proposed);
        MandateChange kept = find(store.insert(proposed));
        events.publishEvent(new MandateEvent.Proposed(actor, capacity, kept));
        return kept;
    }

    private String post(String userName) {
        return programme.post(userName).map(Post::userName).orElseThrow(() -> Refused.notFound("noSuchPost", userName));
    }

    private List<Violation> faults(MandateChange change) {
        List<Mandate> held = programme.mandatesOf(change.userName());
        var world = new MandateRules.World(
                programme.dayOf(clock.instant()), code -> programme.role(code).orElse(null));
        LocalDate lastDay = change.lastDay();
        if (lastDay == null) {
            List<Violation> faults = new ArrayList<>(unknown(change.mandate()));
            faults.addAll(MandateRules.faults(change.mandate(), held, world));
            return faults;
        }
        if (!held.contains(change.mandate())) {
            throw Refused.conflict(
                    "noSuchMandate", change.userName(), change.mandate().role());
        }
        return MandateRules.faults(change.mandate(), lastDay, world);
    }

    private List<Violation> unknown(Mandate mandate) {
        Scope scope = mandate.scope();
        List<Violation> faults = new ArrayList<>();
        known(
                "state",
                scope.state(),
                programme.states().stream().anyMatch(one -> one.code().equals(scope.state())),
                faults);
        boolean body = isAgency(mandate)
                ? programme.agencies().stream().anyMatch(one -> one.code().equals(scope.organisation()))
                : programme.organisations().stream().anyMatch(one -> one.code().equals(scope.organisation()));
        known("organisation", scope.organisation(), body, faults);
        known(
                "pillar",
                scope.pillar(),
                programme.pillars().stream().anyMatch(one -> one.code().equals(scope.pillar())),
                faults);
        return faults;
    }

    private boolean isAgency(Mandate mandate) {
        return programme
                .role(mandate.role())
                .filter(role -> role.scope() == Role.ScopeKind.AGENCY)
                .isPresent();
    }

    private static void known(String field, @Nullable String code, boolean found, List<Violation> faults) {
        if (code != null && !found) {
            faults.add(Violation.of(field, "notAnOption", code));
        }
    }

    /** Somebody who is not the one concerned, and can sign in, administers on the day after, with no end in sight. */
    private void requireAdministratorLeft(MandateChange change) {
        LocalDate lastDay = change.lastDay();
        if (lastDay == null || !administers(change.mandate())) {
            return;
        }
        accounts.hold();
        boolean left = programme.posts().stream()
                .filter(post -> accounts.find(post.userName()).isPresent())
                .filter(post -> !post.userName().equals(change.userName()))
                .flatMap(post -> programme.mandatesOf(post.userName()).stream())
                .anyMatch(mandate -> administers(mandate)
                        && mandate.until() == null
                        && !mandate.from().isAfter(lastDay.plusDays(1)));
        if (!left) {
            throw Refused.conflict("lastAdministrator", change.userName());
        }
    }

    private boolean administers(Mandate mandate) {
        boolean may = programme
                .role(mandate.role())
                .filter(role -> role.may(Right.ADMINISTER))
                .isPresent();
        return may && mandate.scope().equals(Scope.PROGRAMME);
    }

    MandateChange find(long number) {
        return store.find(number).orElseThrow(() -> Refused.notFound("noSuchMandateChange", Long.toString(number)));
    }

    /**
     * Confirms it, and it holds. Refuses {@code changeDecided}, {@code secondPerson} to whoever proposed it or is concerned,
     * and all that the proposal would be refused for now.
     */
    @Transactional
    public MandateChange confirm(Actor actor, long number) {
        persons.requireConfirmer(actor);
        programme.holdRights();
        MandateChange change = open(number);
        Capacity capacity = persons.requireSecond(actor, change::concerns);
        List<Violation> faults = faults(change);
        if (!faults.isEmpty()) {
            throw Refused.invalid("invalid", faults);
        }
        requireAdministratorLeft(change);
        LocalDate lastDay = change.lastDay();
        if (lastDay == null) {
            programme.grant(actor, capacity, change.userName(), change.mandate());
        } else {
            programme.end(change.userName(), change.mandate(), lastDay);
        }
        return decided(actor, change, Status.CONFIRMED, told -> new MandateEvent.Confirmed(actor, capacity, told));
    }

    /** Refuses it, as the second person. */
    @Transactional
    public MandateChange refuse(Actor actor, long number) {
        persons.requireConfirmer(actor);
        programme.holdRights();
        MandateChange change = open(number);
        Capacity capacity = persons.requireSecond(actor, change::concerns);
        return decided(actor, change, Status.REFUSED, told -> new MandateEvent.Refused(actor, capacity, told));
    }

    /** Takes it back; only whoever proposed it may ({@code notYourProposal}). */
    @Transactional
    public MandateChange withdraw(Actor actor, long number) {
        Capacity capacity = persons.requireProposer(actor);
        programme.holdRights();
        MandateChange change = open(number);
        if (!actor.is(change.proposedBy())) {
            throw Refused.notPermitted("notYourProposal");
        }
        return decided(actor, change, Status.WITHDRAWN, told -> new MandateEvent.Withdrawn(actor, capacity, told));
    }

    private MandateChange open(long number) {
        MandateChange change = find(number);
        if (!change.isOpen()) {
            throw Refused.conflict("changeDecided", Long.toString(number));
        }
        return change;
    }

    private MandateChange decided(
            Actor actor, MandateChange change, Status status, Function<MandateChange, MandateEvent> telling) {
        store.decide(change.number(), status, actor.name(), clock.instant());
        MandateChange decided = find(change.number());
        events.publishEvent(telling.apply(decided));
        return decided;
    }

    /**
     * Adds a post, which holds no right until it is given a mandate. Refuses a user name of other signs than small Latin letters,
     * digits, dots and hyphens ({@code notAUserName}) or one that is taken ({@code taken}), and a name that is missing in a
     * language of the programme.
     */
    @Transactional
    public Post addPost(Actor actor, String userName, Map<String, String> names) {
        Capacity capacity = persons.requireProposer(actor);
        List<Violation> faults = new ArrayList<>();
        if (!USER_NAME.matcher(userName).matches()) {
            faults.add(Violation.of("newUserName", "notAUserName", userName));
        }
        programme.languages().forEach(language -> nameFaults(language, names.getOrDefault(language, ""), faults));
        if (!faults.isEmpty()) {
            throw Refused.invalid("invalid", faults);
        }
        Post post = new Post(userName, new LocalText(names));
        if (!programme.add(post)) {
            throw Refused.invalid(Violation.of("newUserName", "taken", userName));
        }
        events.publishEvent(new MandateEvent.PostAdded(actor, capacity, userName));
        return post;
    }

    private static void nameFaults(String language, String name, List<Violation> faults) {
        if (name.isBlank()) {
            faults.add(Violation.of("name-" + language, "required"));
        } else if (name.length() > LONGEST_NAME) {
            faults.add(Violation.of("name-" + language, "maxLength", LONGEST_NAME, name, name.length()));
        }
    }
}
