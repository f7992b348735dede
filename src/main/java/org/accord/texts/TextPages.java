package org.accord.texts;

import java.util.ArrayList;
import java.util.List;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.programme.Programme;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/cases/{key}/texts")
class TextPages {

    private final Texts texts;
    private final Cases cases;
    private final Programme programme;

    TextPages(Texts texts, Cases cases, Programme programme) {
        this.texts = texts;
        this.cases = cases;
        this.programme = programme;
    }

    @GetMapping
    String list(Actor actor, Model model, @PathVariable String key) {
        model.addAttribute("file", cases.find(actor, key));
        model.addAttribute("versions", texts.versions(actor, key));
        return "texts/list";
    }

    @GetMapping("/{number}")
    String one(Actor actor, Model model, @PathVariable String key, @PathVariable int number) {
        model.addAttribute("file", cases.find(actor, key));
        model.addAttribute("version", texts.read(actor, key, number));
        return "texts/version";
    }

    @GetMapping("/compare")
    String compare(Actor actor, Model model, @PathVariable String key, @RequestParam int from, @RequestParam int to) {
        List<Comparison> comparisons = new ArrayList<>();
        for (String language : programme.languages()) {
            comparisons.add(texts.compare(actor, key, from, to, language));
        }
        model.addAttribute("file", cases.find(actor, key));
        model.addAttribute("from", texts.read(actor, key, from));
        model.addAttribute("to", texts.read(actor, key, to));
        model.addAttribute("comparisons", comparisons);
        return "texts/compare";
    }
}
