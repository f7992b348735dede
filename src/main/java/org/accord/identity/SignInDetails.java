package org.accord.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.util.WebUtils;

/** Who tries to sign in at the page: the address, and the device if somebody signed in from it before. */
final class SignInDetails extends WebAuthenticationDetails {

    static final String DEVICE = "ACCORD-DEVICE";

    private static final long serialVersionUID = 1L;

    private final @Nullable String device;

    SignInDetails(HttpServletRequest request) {
        super(request);
        Cookie cookie = WebUtils.getCookie(request, DEVICE);
        this.device = cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    @Nullable
    String device() {
        return device;
    }
}
