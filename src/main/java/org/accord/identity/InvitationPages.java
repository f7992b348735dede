package org.accord.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.accord.core.Refused;
import org.accord.programme.Post;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody who was invited chooses a password. Opening the address does nothing yet: mail scanners open addresses. */
@Controller
@RequestMapping("/invitation/{secret}")
class InvitationPages {

    private final AccountLife accounts;
    private final GuardedSignIn guard;
    private final Programme programme;

    InvitationPages(AccountLife accounts, GuardedSignIn guard, Programme programme) {
        this.accounts = accounts;
        this.guard = guard;
        this.programme = programme;
    }

    @GetMapping
    String invitation(Model model, Locale locale, @PathVariable String secret) {
        return show(model, locale, secret, null);
    }

    private String show(Model model, Locale locale, String secret, @Nullable Refused refused) {
        String userName = accounts.invited(secret);
        model.addAttribute("userName", userName);
        model.addAttribute(
                "post",
                programme
                        .post(userName)
                        .map(Post::name)
                        .map(name -> name.in(locale))
                        .orElse(userName));
        model.addAttribute("secret", secret);
        model.addAttribute("shortest", PasswordRule.SHORTEST);
        model.addAttribute("problem", refused);
        model.addAttribute("violations", refused == null ? List.of() : refused.violations());
        return "identity/invitation";
    }

    @PostMapping
    String takeUp(
            Model model,
            Locale locale,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            String userName = accounts.takeUp(secret, password, again);
            response.addHeader(
                    HttpHeaders.SET_COOKIE, SignInDetails.cookie(guard.remember(userName, null), request.isSecure()));
            return "redirect:/sign-in?welcome";
        } catch (Refused refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(model, locale, secret, refused);
        }
    }
}
