package org.accord.identity;

import org.accord.instance.InstanceProperties;
import org.accord.programme.Programme;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPages {

    private final InstanceProperties instance;
    private final Programme programme;

    SignInPages(InstanceProperties instance, Programme programme) {
        this.instance = instance;
        this.programme = programme;
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        if (instance.isDemo()) {
            model.addAttribute("posts", programme.posts());
        }
        return "identity/sign-in";
    }
}
