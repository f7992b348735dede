package org.accord.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the sessions of an account that was disabled, or whose sessions were ended, after its holder signed in. */
class DisabledAccounts extends OncePerRequestFilter {

    private final AccountStore store;

    DisabledAccounts(AccountStore store) {
        this.store = store;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/assets/") || path.startsWith("/webjars/") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && !(authentication instanceof AnonymousAuthenticationToken)
                && store.find(authentication.getName())
                        .filter(account -> account.enabled() && !isOver(request.getSession(false), account))
                        .isEmpty()) {
            end(request.getSession(false));
        }
        chain.doFilter(request, response);
    }

    private static boolean isOver(@Nullable HttpSession session, Account account) {
        Instant from = account.sessionsFrom();
        return session != null
                && from != null
                && session.getAttribute(SignInRecord.SIGNED_IN) instanceof Instant began
                && began.isBefore(from);
    }

    private static void end(HttpSession session) {
        SecurityContextHolder.clearContext();
        if (session != null) {
            session.invalidate();
        }
    }
}
