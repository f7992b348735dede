package org.accord.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.accord.core.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records each sign-in and each failure, and leads on. Attempts that are not looked at, since one has to wait, are not recorded. */
@Component
class SignInRecord extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {

    /** Where a session keeps when it began. */
    static final String SIGNED_IN = "accord.signedIn";

    private static final int LONGEST_NAME = 64;

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final AccountStore accounts;
    private final GuardedSignIn guard;
    private final Clock clock;

    SignInRecord(
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            AccountStore accounts,
            GuardedSignIn guard,
            Clock clock) {
        this.accounts = accounts;
        this.guard = guard;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        Actor actor = Actor.person(authentication.getName());
        Instant now = clock.instant();
        request.getSession().setAttribute(SIGNED_IN, now);
        transaction.executeWithoutResult(status -> {
            accounts.signedIn(actor.name(), now);
            events.publishEvent(new IdentityEvent.SignedIn(actor));
        });
        if (authentication.getDetails() instanceof SignInDetails details) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    SignInDetails.cookie(guard.remember(actor.name(), details.device()), request.isSecure()));
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        SignInPaused paused = exception instanceof SignInPaused one ? one : null;
        if (paused == null || paused.begins()) {
            String typed = shorten(request.getParameter("username"));
            long minutes = paused == null ? 0 : paused.minutes();
            transaction.executeWithoutResult(status ->
                    events.publishEvent(new IdentityEvent.SignInFailed(Actor.system("sign-in"), typed, minutes)));
        }
        response.sendRedirect(request.getContextPath()
                + (paused == null ? "/sign-in?failed" : "/sign-in?failed&wait=" + paused.minutes()));
    }

    private static String shorten(String typed) {
        if (typed == null) {
            return "";
        }
        String plain = typed.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }
}
