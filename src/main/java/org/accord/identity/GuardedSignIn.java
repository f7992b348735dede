package org.accord.identity;

import java.util.List;
import java.util.Objects;
import org.accord.core.Digest;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks a name and a password, and how often that failed of late. An attempt is counted before the password is looked at, so that many
 * at the same moment are no way around. An unknown name, a wrong password and a locked account cannot be told apart, also not by the time
 * that the answer takes.
 */
@Component
class GuardedSignIn implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final AttemptStore store;
    private final TransactionTemplate transaction;

    GuardedSignIn(
            UserDetailsService accounts, PasswordEncoder encoder, AttemptStore store, TransactionTemplate transaction) {
        this.passwords = new DaoAuthenticationProvider(accounts);
        this.passwords.setPasswordEncoder(encoder);
        this.passwords.setPreAuthenticationChecks(account -> {});
        this.passwords.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Digest name = name(asked);
        Digest address = address(asked);
        boolean atThePage = asked.getDetails() instanceof SignInDetails;
        AttemptStore.Standing before = atThePage ? count(name, address) : store.standing(name, address);
        if (before.isPaused()) {
            throw new SignInPaused(before.pause(), false);
        }
        try {
            Authentication done = passwords.authenticate(asked);
            succeeded(name, address, atThePage, before.failed());
            return done;
        } catch (AuthenticationException refused) {
            if (!atThePage) {
                count(name, address);
            }
            AttemptStore.Standing after = store.standing(name, address);
            throw after.isPaused()
                    ? new SignInPaused(after.pause(), true)
                    : new BadCredentialsException("refused", refused);
        }
    }

    /** A program that signs in with each request is counted when it failed: most requests shall not write. */
    private AttemptStore.Standing count(Digest name, Digest address) {
        return Objects.requireNonNull(transaction.execute(status -> store.count(name, address)));
    }

    private void succeeded(Digest name, Digest address, boolean counted, boolean failedBefore) {
        if (counted) {
            store.giveBack(address);
        }
        if (counted || failedBefore) {
            store.forget(name);
        }
    }

    /** Whoever signed in from this device before is counted for themselves: guesses made elsewhere do not keep them out. */
    private Digest name(Authentication asked) {
        if (asked.getDetails() instanceof SignInDetails details && details.device() != null) {
            Digest device = Digest.of("" + details.device());
            if (store.knows(asked.getName(), device)) {
                return Digest.of("device " + device.hex());
            }
        }
        return AttemptStore.subject(asked.getName());
    }

    private static Digest address(Authentication asked) {
        String address = asked.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        return Digest.of("address " + network(address));
    }

    /** Of an address of version 6 the first half: the other is its owner's to change. */
    private static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 5 ? address : String.join(":", List.of(groups).subList(0, 4));
    }

    /** Knows the device from now on. */
    void remember(String account, String device) {
        store.remember(account, Digest.of(device));
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "UTC")
    void clean() {
        store.clean();
    }
}
