package org.accord.identity;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The reader's language: asked for by {@code ?lang=} (and kept for the session and the account), else chosen before, else
 * the browser's first that Accord speaks, else English.
 */
class ReaderLanguage implements LocaleResolver {

    static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"));

    private static final String CHOSEN = ReaderLanguage.class.getName();

    private final AccountStore accounts;

    ReaderLanguage(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Object settled = request.getAttribute(CHOSEN);
        if (settled instanceof Locale locale) {
            return locale;
        }
        Locale locale = settle(request);
        request.setAttribute(CHOSEN, locale);
        return locale;
    }

    private Locale settle(HttpServletRequest request) {
        Optional<Locale> asked = spoken(request.getParameter("lang"));
        boolean page = !address(request).startsWith(request.getContextPath() + "/api/");
        if (asked.isPresent()) {
            if (page) {
                remember(request, asked.get());
            }
            return asked.get();
        }
        Optional<Locale> before = page ? chosenBefore(request) : Optional.empty();
        return before.orElseGet(() -> accepted(request));
    }

    /** What was asked for, also where the answer is that of an error. */
    private static String address(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked == null ? request.getRequestURI() : asked.toString();
    }

    private static Locale accepted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH;
        }
        for (Locale accepted : Collections.list(request.getLocales())) {
            Optional<Locale> known = spoken(accepted.getLanguage());
            if (known.isPresent()) {
                return known.get();
            }
        }
        return Locale.ENGLISH;
    }

    private Optional<Locale> chosenBefore(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(CHOSEN) instanceof String chosen) {
            return spoken(chosen);
        }
        Optional<Locale> kept = signedIn().flatMap(accounts::find).flatMap(account -> spoken(account.language()));
        if (session != null && kept.isPresent()) {
            session.setAttribute(CHOSEN, kept.get().getLanguage());
        }
        return kept;
    }

    private void remember(HttpServletRequest request, Locale locale) {
        request.getSession().setAttribute(CHOSEN, locale.getLanguage());
        signedIn().ifPresent(name -> accounts.setLanguage(name, locale.getLanguage()));
    }

    private static Optional<String> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? Optional.empty()
                : Optional.of(authentication.getName());
    }

    static Optional<Locale> spoken(@Nullable String language) {
        return SPOKEN.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by ?lang=");
    }
}
