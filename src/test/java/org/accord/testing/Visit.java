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
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What a person does at a page, in words. */
public final class Visit {

    private static final AxeRunOptions BARRIERS = barriers();

    /** Makes every text on the page twice as long if it has twenty letters or fewer, else longer by two fifths, and tells what is cut off. */
    private static final String STRETCH = """
            () => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const texts = [];
              while (walker.nextNode()) texts.push(walker.currentNode);
              for (const node of texts) {
                const text = node.data.trim();
                if (!/\\p{L}{2}/u.test(text) || node.parentElement.closest('script, style, code, svg, option')) continue;
                const words = text.split(/\\s+/);
                let more = '', wanted = text.length * (text.length <= 20 ? 1 : 0.4);
                for (let i = 0; more.length < wanted; i++) more += ' ' + words[i % words.length];
                node.data = node.data.replace(/\\s*$/, more + ' ');
              }
              const cut = [];
              for (const e of document.querySelectorAll('body *')) {
                if (e.closest('svg, .visually-hidden, .skip, option') || !e.checkVisibility()) continue;
                const style = getComputedStyle(e), own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
                const hides = ['hidden', 'clip'].includes(style.overflowX) || e.matches('button, .tag');
                if (own && hides && style.display !== 'inline' && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
                  cut.push(e.outerHTML.slice(0, 120));
              }
              const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
              if (sideways > 0) cut.push('the page is wider than the screen by ' + sideways);
              return cut;
            }
            """;

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
            assertThat(sideways()).as("sideways scroll on %s", name).isEqualTo(0);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(
                        "target", "screenshots", "%s-%s-%d.png".formatted(name, language, page.viewportSize().width))));
        return this;
    }

    /** Nor is anything cut off at the side when the page is shown at twice its size. */
    public Visit fitsAtTwiceTheSize(String name) {
        ViewportSize size = page.viewportSize();
        page.setViewportSize(size.width / 2, size.height);
        assertThat(sideways()).as("sideways scroll at 200 %% on %s", name).isEqualTo(0);
        page.setViewportSize(size.width, size.height);
        return this;
    }

    private Object sideways() {
        return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** In a language of longer words no text would be cut off; the page cannot be used any more after that. */
    public Visit holdsLongerTexts(String name) {
        assertThat((List<?>) page.evaluate(STRETCH)).as("cut off on %s", name).isEmpty();
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
