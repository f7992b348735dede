package org.accord.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.accord.core.Digest;
import org.jspecify.annotations.Nullable;
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

    private static final Pattern USER_NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int VERSION_6 = 16;

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
        Digest device = device(asked);
        Digest name = device != null ? device : AttemptStore.subject(asked.getName());
        Digest address = device != null ? null : address(asked);
        boolean atThePage = asked.getDetails() instanceof SignInDetails;
        AttemptStore.Standing before = atThePage ? count(name, address) : standing(name, address);
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
            AttemptStore.Standing after = standing(name, address);
            throw after.isPaused()
                    ? new SignInPaused(after.pause(), true)
                    : new BadCredentialsException("refused", refused);
        }
    }

    private AttemptStore.Standing standing(Digest name, @Nullable Digest address) {
        return store.standing(name, address != null ? address : name);
    }

    /** A program that signs in with each request is counted when it failed: most requests shall not write. */
    private AttemptStore.Standing count(Digest name, @Nullable Digest address) {
        return Objects.requireNonNull(transaction.execute(status -> store.count(name, address)));
    }

    private void succeeded(Digest name, @Nullable Digest address, boolean counted, boolean failedBefore) {
        if (counted && address != null) {
            store.giveBack(address);
        }
        if (counted || failedBefore) {
            store.forget(name);
        }
    }

    /** Whoever signed in from this device before is counted for themselves: guesses made elsewhere do not keep them out. */
    private @Nullable Digest device(Authentication asked) {
        if (!(asked.getDetails() instanceof SignInDetails details) || details.device() == null) {
            return null;
        }
        Digest device = Digest.of("" + details.device());
        boolean known = USER_NAME.matcher(asked.getName()).matches() && store.knows(asked.getName(), device);
        return known ? Digest.of("device " + device.hex() + " " + asked.getName()) : null;
    }

    private static Digest address(Authentication asked) {
        String address = asked.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        return Digest.of("address " + network(address));
    }

    /** Of an address of version 6 the first half: the other is its owner's to change. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] all = InetAddress.getByName(address).getAddress();
            return all.length == VERSION_6 ? HexFormat.of().formatHex(all, 0, VERSION_6 / 2) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    /** Knows the browser from now on as one of the account; answers the secret by which it is known again. */
    String remember(String account, @Nullable String device) {
        String kept = device != null && store.knows(account, Digest.of(device))
                ? device
                : UUID.randomUUID().toString();
        store.remember(account, Digest.of(kept));
        return kept;
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "UTC")
    void clean() {
        store.clean();
    }
}
