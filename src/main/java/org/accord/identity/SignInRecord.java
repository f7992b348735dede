package org.accord.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.accord.core.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records each sign-in and each failure, and leads on. */
@Component
class SignInRecord extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {

    /** Where a session keeps when it began. */
    static final String SIGNED_IN = "accord.signedIn";

    private static final int LONGEST_NAME = 64;

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final AccountStore accounts;
    private final Clock clock;

    SignInRecord(
            ApplicationEventPublisher events, TransactionTemplate transaction, AccountStore accounts, Clock clock) {
        this.accounts = accounts;
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
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        String typed = shorten(request.getParameter("username"));
        transaction.executeWithoutResult(
                status -> events.publishEvent(new IdentityEvent.SignInFailed(Actor.system("sign-in"), typed)));
        response.sendRedirect(request.getContextPath() + "/sign-in?failed");
    }

    private static String shorten(String typed) {
        if (typed == null) {
            return "";
        }
        String plain = typed.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }
}
