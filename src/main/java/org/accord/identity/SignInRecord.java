package org.accord.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    private static final int LONGEST_NAME = 64;

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SignInRecord(ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        Actor actor = Actor.person(authentication.getName());
        transaction.executeWithoutResult(status -> events.publishEvent(new IdentityEvent.SignedIn(actor)));
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
