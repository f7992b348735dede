package org.accord.identity;

import org.accord.instance.InstanceProperties;
import org.accord.programme.Programme;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInPages {

    private final InstanceProperties instance;
    private final Programme programme;

    SignInPages(InstanceProperties instance, Programme programme) {
        this.instance = instance;
        this.programme = programme;
    }

    @GetMapping("/sign-in")
    String signIn(Model model, @RequestParam(name = "wait", defaultValue = "") String minutes) {
        if (minutes.matches("[1-9]|1[0-5]")) {
            model.addAttribute("paused", Integer.valueOf(minutes));
        }
        if (instance.isDemo()) {
            model.addAttribute("posts", programme.posts());
        }
        return "identity/sign-in";
    }
}
