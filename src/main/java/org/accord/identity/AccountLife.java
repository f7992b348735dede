package org.accord.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Digest;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Secret;
import org.accord.core.Violation;
import org.accord.instance.InstanceProperties;
import org.accord.programme.Post;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts from their invitation to their end. An account gives access to a post; what the post may do follows from its mandates.
 * All but taking up an invitation asks for {@link Right#ADMINISTER}.
 */
@Component
class AccountLife {

    static final int LONGEST_REASON = 500;
    private static final Duration INVITED_FOR = Duration.ofDays(7);

    private final AccountStore store;
    private final InvitationStore invitations;
    private final AttemptStore attempts;
    private final Programme programme;
    private final Permissions permissions;
    private final InstanceProperties instance;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountLife(
            AccountStore store,
            InvitationStore invitations,
            AttemptStore attempts,
            Programme programme,
            Permissions permissions,
            InstanceProperties instance,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.attempts = attempts;
        this.programme = programme;
        this.permissions = permissions;
        this.instance = instance;
        this.encoder = encoder;
        this.events = events;
        this.clock = clock;
    }

    /** Where an account is in its life. */
    enum Stage {
        /** Nobody can sign in for the post. */
        NONE,
        /** An invitation waits to be taken up. */
        INVITED,
        ACTIVE,
        LOCKED
    }

    /**
     * A post and its account.
     *
     * @param invited until when an invitation can be taken up
     * @param tokens how many API tokens are valid
     */
    record Standing(
            Post post,
            Stage stage,
            @Nullable Instant signedIn,
            @Nullable Instant invited,
            int tokens) {}

    /** All posts, in the order of the programme. Refuses {@code notPermitted}. */
    List<Standing> all(Actor actor) {
        requireAdministrator(actor);
        return programme.posts().stream().map(this::standing).toList();
    }

    /** One post. Refuses {@code notPermitted} and {@code noSuchPostHere}. */
    Standing find(Actor actor, String userName) {
        requireAdministrator(actor);
        return standing(post(userName));
    }

    private Standing standing(Post post) {
        Instant now = clock.instant();
        Instant invited = invitations.until(post.userName(), now).orElse(null);
        Optional<Account> account = store.find(post.userName());
        Stage stage = account.map(known -> known.enabled() ? Stage.ACTIVE : Stage.LOCKED)
                .orElse(invited == null ? Stage.NONE : Stage.INVITED);
        return new Standing(
                post,
                stage,
                account.map(Account::signedIn).orElse(null),
                invited,
                store.tokens(post.userName(), now).size());
    }

    private Post post(String userName) {
        return programme.post(userName).orElseThrow(() -> Refused.notFound("noSuchPostHere", userName));
    }

    private Capacity requireAdministrator(Actor actor) {
        return permissions.require(actor, Right.ADMINISTER, Scope.PROGRAMME);
    }

    /**
     * Makes an invitation that whoever opens its address within seven days takes up once, to choose the password of the post; also
     * for a password that was forgotten. An earlier one leads nowhere from now on. Answers the address, which is seen this once.
     * Refuses {@code accountLocked} unless it is made on the machine itself, and {@code noPublicAddress} while nobody could reach it.
     */
    @Transactional
    public String invite(Actor actor, String userName) {
        Capacity capacity = actor.isSystem() ? null : requireAdministrator(actor);
        Post post = post(userName);
        if (!actor.isSystem()
                && store.find(userName).filter(account -> !account.enabled()).isPresent()) {
            throw Refused.conflict("accountLocked", userName);
        }
        if (!instance.isReachable()) {
            throw Refused.conflict("noPublicAddress");
        }
        String secret = Secret.fresh().text();
        Instant now = clock.instant();
        invitations.keep(post.userName(), Digest.of(secret).hex(), actor.name(), now, now.plus(INVITED_FOR));
        events.publishEvent(new AccountEvent.Invited(actor, capacity, userName));
        return instance.address() + "/invitation/" + secret;
    }

    /** The user name that an invitation is for. Refuses {@code noSuchInvitation} when it was taken up, replaced or is over. */
    String invited(String secret) {
        return invitations
                .account(Digest.of(secret).hex(), clock.instant())
                .orElseThrow(() -> Refused.notFound("noSuchInvitation"));
    }

    /**
     * Takes an invitation up: the account of the post has this password from now on, and nothing that opened it before does any
     * more: sessions, tokens, the secret address of its calendar, the address for its mail. Answers the user name. Refuses
     * {@code noSuchInvitation} and a password against {@link PasswordRule}.
     */
    @Transactional
    public String takeUp(String secret, String password, String again) {
        String userName = invited(secret);
        List<Violation> faults = PasswordRule.faults(userName, password, again);
        if (!faults.isEmpty()) {
            throw Refused.invalid("invalid", faults);
        }
        if (!invitations.end(userName, Digest.of(secret).hex())) {
            throw Refused.notFound("noSuchInvitation");
        }
        store.setPassword(userName, encoder.encode(password), clock.instant());
        attempts.forget(userName);
        store.revokeTokens(userName, clock.instant());
        events.publishEvent(new AccountEvent.TakenUp(Actor.person(userName)));
        return userName;
    }

    /**
     * Locks an account: sessions, tokens, calendars and an invitation are dead at once. Refuses {@code notYourself}, {@code
     * lastAdministrator}, {@code noAccount}, {@code alreadyLocked} and a reason that is missing or too long.
     */
    @Transactional
    public void lock(Actor actor, String userName, String reason) {
        Capacity capacity = requireAdministrator(actor);
        String why = reason(reason);
        requireOther(actor, userName);
        store.holdLocks();
        Account account = account(userName);
        if (!account.enabled()) {
            throw Refused.conflict("alreadyLocked", userName);
        }
        requireAdministratorLeft(userName);
        invitations.drop(userName);
        store.setEnabled(userName, false, clock.instant());
        attempts.forget(userName);
        store.revokeTokens(userName, clock.instant());
        events.publishEvent(new AccountEvent.Locked(actor, capacity, userName, why));
    }

    /** Opens it again; whoever held its tokens needs new ones. Refuses {@code notLocked}. */
    @Transactional
    public void unlock(Actor actor, String userName) {
        Capacity capacity = requireAdministrator(actor);
        if (account(userName).enabled()) {
            throw Refused.conflict("notLocked", userName);
        }
        store.setEnabled(userName, true, clock.instant());
        events.publishEvent(new AccountEvent.Unlocked(actor, capacity, userName));
    }

    /** Ends all sessions of the account and revokes its tokens; its holder signs in anew. */
    @Transactional
    public void endSessions(Actor actor, String userName) {
        Capacity capacity = requireAdministrator(actor);
        account(userName);
        Instant now = clock.instant();
        store.endSessions(userName, now);
        attempts.forget(userName);
        int tokens = store.revokeTokens(userName, now);
        events.publishEvent(new AccountEvent.SessionsEnded(actor, capacity, userName, tokens));
    }

    private Account account(String userName) {
        post(userName);
        return store.find(userName).orElseThrow(() -> Refused.conflict("noAccount", userName));
    }

    private static void requireOther(Actor actor, String userName) {
        if (actor.is(userName)) {
            throw Refused.conflict("notYourself");
        }
    }

    /** Somebody must be left who can open accounts again. */
    private void requireAdministratorLeft(String userName) {
        boolean left = programme.posts().stream()
                .map(Post::userName)
                .filter(name -> !name.equals(userName))
                .filter(name -> store.find(name).filter(Account::enabled).isPresent())
                .anyMatch(this::administersThemselves);
        if (!left) {
            throw Refused.conflict("lastAdministrator", userName);
        }
    }

    /** Standing in for an administrator ends one day, and so does a mandate with an end. */
    private boolean administersThemselves(String userName) {
        return permissions.grants(Actor.person(userName)).stream()
                .anyMatch(grant -> grant.onBehalfOf() == null
                        && grant.warrant().until() == null
                        && grant.isUnlimited()
                        && grant.allows(Right.ADMINISTER, Scope.PROGRAMME));
    }

    private static String reason(String given) {
        String why = given.strip();
        if (why.isEmpty()) {
            throw Refused.invalid(Violation.of("reason", "required"));
        }
        if (why.length() > LONGEST_REASON) {
            throw Refused.invalid(Violation.of("reason", "textTooLong", LONGEST_REASON, why.length()));
        }
        return why;
    }
}
