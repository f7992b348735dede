package org.accord.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What a person does at a page, in words. */
public final class Visit {

    private static final AxeRunOptions BARRIERS = barriers();

    private final Page page;
    private final String language;
    private final boolean scripts;

    private Visit(Page page, String language, boolean scripts) {
        this.page = page;
        this.language = language;
        this.scripts = scripts;
    }

    /** The rules of WCAG 2.2 A and AA; the size of targets is among them, though axe leaves it out if it is not asked for. */
    private static AxeRunOptions barriers() {
        var levels = new AxeRunOnlyOptions();
        levels.setType("tag");
        levels.setValues(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
        var wanted = new AxeRuleOptions();
        wanted.setEnabled(true);
        var options = new AxeRunOptions();
        options.setRunOnly(levels);
        options.setRules(Map.of("target-size", wanted));
        return options;
    }

    public static Visit as(Chromium chromium, int port, String user, String language, int width, boolean scripts) {
        Page page = chromium.visitor("http://localhost:" + port, language, width, scripts);
        Visit visit = new Visit(page, language, scripts);
        page.navigate("/sign-in?lang=" + language);
        visit.looksRight("sign-in");
        page.fill("#username", user);
        page.fill("#password", "accord-demo");
        page.click("main form button");
        return visit;
    }

    public Page page() {
        return page;
    }

    public Visit open(String path) {
        page.navigate(path);
        return this;
    }

    public String heading() {
        return page.locator("h1").innerText();
    }

    /** No barrier that axe knows of, nothing cut off at the side, the reader's language throughout. */
    public Visit looksRight(String name) {
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        if (scripts) {
            List<Rule> barriers =
                    new AxeBuilder(page).options(BARRIERS).analyze().getViolations();
            assertThat(barriers)
                    .as("barriers on %s in %s", name, language)
                    .extracting(Rule::getId, rule -> rule.getNodes().get(0).getHtml())
                    .isEmpty();
            Object sideways =
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(sideways).as("sideways scroll on %s", name).isEqualTo(0);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(
                        "target", "screenshots", "%s-%s-%d.png".formatted(name, language, page.viewportSize().width))));
        return this;
    }

    /** Gives every input of the form that is on the page a plausible answer. */
    public Visit fillIn() {
        String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
        for (Locator input : page.locator("#fields input:not([type=hidden]):not([type=radio]):not([type=checkbox])")
                .all()) {
            input.fill(
                    switch (String.valueOf(input.getAttribute("type"))) {
                        case "date" -> yesterday;
                        case "datetime-local" -> yesterday + "T10:00";
                        case "time" -> "10:00";
                        default -> input.getAttribute("inputmode") == null ? "Проба / sample" : "1";
                    });
        }
        page.locator("#fields textarea").all().forEach(area -> area.fill("Проба / sample"));
        page.locator("#fields select").all().forEach(select -> select.selectOption(new SelectOption().setIndex(1)));
        page.locator("#fields fieldset")
                .all()
                .forEach(group -> group.locator("input").first().check());
        return this;
    }
}
