package org.accord.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.util.WebUtils;

/** Who tries to sign in at the page: the address, and the device if somebody signed in from it before. */
final class SignInDetails extends WebAuthenticationDetails {

    static final String DEVICE = "ACCORD-DEVICE";

    private static final long serialVersionUID = 1L;
    private static final Duration KNOWN = Duration.ofDays(90);

    private final @Nullable String device;

    SignInDetails(HttpServletRequest request) {
        super(request);
        Cookie cookie = WebUtils.getCookie(request, DEVICE);
        this.device = cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /** By which the browser is known again, at the page of signing in only; it opens nothing. */
    static String cookie(String device, boolean secure) {
        return ResponseCookie.from(DEVICE, device)
                .path("/sign-in")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(KNOWN)
                .build()
                .toString();
    }

    @Nullable
    String device() {
        return device;
    }
}
