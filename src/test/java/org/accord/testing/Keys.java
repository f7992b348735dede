package org.accord.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * A person with a keyboard and nothing else. Wherever the focus comes to rest on the way, what has it can be seen: it is marked, on the
 * screen and not covered.
 */
public final class Keys {

    private static final int FURTHEST = 250;

    /** What is wrong with the place that has the focus; empty if nothing is. */
    private static final String FOCUS_FAULT = """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return '';
              const style = getComputedStyle(e);
              const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
              const name = e.outerHTML.slice(0, 120);
              if (!marked) return 'not marked: ' + name;
              const box = e.getBoundingClientRect();
              if (box.bottom <= 0 || box.top >= innerHeight) return 'off the screen: ' + name;
              const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
              const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
              const top = document.elementFromPoint(x, y);
              const seen = top && (e.contains(top) || top.contains(e) || [...(e.labels || [])].some(l => l.contains(top)));
              return seen || box.height > innerHeight ? '' : 'covered by ' + (top && top.outerHTML.slice(0, 80)) + ': ' + name;
            }
            """;

    private final Page page;
    private int pressed;

    private Keys(Page page) {
        this.page = page;
    }

    /** Signs in, by keys too. */
    public static Keys as(Chromium chromium, int port, String user, String language, int width, boolean scripts) {
        Page page = chromium.visitor("http://localhost:" + port, language, width, scripts);
        Keys keys = new Keys(page);
        page.navigate("/sign-in?lang=" + language);
        keys.type("#username", user).type("#password", "accord-demo").go();
        assertThat(page.locator("h1").innerText()).as(page.url()).isNotBlank();
        return keys;
    }

    public Page page() {
        return page;
    }

    /** How many keys were pressed since the count began. */
    public int pressed() {
        return pressed;
    }

    public Keys countFromHere() {
        pressed = 0;
        return this;
    }

    public Keys press(String key) {
        page.keyboard().press(key);
        pressed++;
        return this;
    }

    /** Tabs until the first thing that the selector finds has the focus. */
    public Keys to(String selector) {
        Locator target = page.locator(selector).first();
        for (int i = 0; i < FURTHEST; i++) {
            if (Boolean.TRUE.equals(target.evaluate("e => e === document.activeElement"))) {
                return this;
            }
            press("Tab");
            assertThat(page.evaluate(FOCUS_FAULT)).as("focus on %s", page.url()).isEqualTo("");
        }
        throw new AssertionError("no way by Tab to " + selector + " on " + page.url());
    }

    /** Presses Enter, and waits for the page that it leads to. */
    private Keys go() {
        page.evaluate("() => { window.left = true; }");
        press("Enter");
        page.waitForCondition(this::arrived);
        return this;
    }

    private boolean arrived() {
        try {
            return Boolean.TRUE.equals(page.evaluate("() => !window.left && document.readyState === 'complete'"));
        } catch (PlaywrightException betweenTwoPages) {
            return false;
        }
    }

    /** Goes to it and presses Enter, which follows a link and presses a button. */
    public Keys enter(String selector) {
        return to(selector).go();
    }

    /** Goes to it and presses the space bar, which chooses, opens and presses. */
    public Keys space(String selector) {
        return to(selector).press("Space");
    }

    /** Follows a link of the menu, which has to be opened first where there is little room. */
    public Keys menu(String address) {
        if (page.locator("#menu").isVisible()) {
            space("#menu");
        }
        return enter("nav a[href='" + address + "']");
    }

    /** Past the head of the page. */
    public Keys skip() {
        return to("a.skip").press("Enter");
    }

    public Keys type(String selector, String text) {
        to(selector);
        page.keyboard().type(text);
        pressed += text.length();
        return this;
    }

    /** Chooses in a list, going down from its first entry. */
    public Keys choose(String selector, String value) {
        to(selector);
        Locator list = page.locator(selector).first();
        for (int i = 0; i < FURTHEST && !list.inputValue().equals(value); i++) {
            press("ArrowDown");
        }
        assertThat(list.inputValue()).as(selector).isEqualTo(value);
        return this;
    }

    /** Gives a day as the field of this Chromium wants it: month, day and year. */
    public Keys day(String selector, LocalDate day) {
        type(selector, DateTimeFormatter.ofPattern("MMddyyyy", Locale.ROOT).format(day));
        assertThat(page.locator(selector).first().inputValue()).as(selector).isEqualTo(day.toString());
        return this;
    }

    /** Gives every input of the form that is on the page a plausible answer, in the order in which they stand. */
    public Keys fillIn(Map<String, String> answers) {
        for (Locator field : page.locator("#fields :is(input:not([type=hidden]), select, textarea)")
                .all()) {
            String id = String.valueOf(field.getAttribute("id"));
            String selector = "[id='" + id + "']";
            if (Boolean.TRUE.equals(
                    field.evaluate("e => e.type === 'radio' && [...e.form[e.name]].some(o => o.checked)"))) {
                continue;
            }
            answer(field, selector, answers.get(field.getAttribute("name")));
        }
        return this;
    }

    private void answer(Locator field, String selector, String wanted) {
        switch (String.valueOf(field.evaluate("e => e.type"))) {
            case "radio", "checkbox" -> space(selector);
            case "select-one" -> choose(selector, wanted != null ? wanted : second(field));
            case "date" -> day(selector, wanted != null ? LocalDate.parse(wanted) : LocalDate.of(2019, 5, 15));
            case "number" -> type(selector, wanted != null ? wanted : "1");
            default ->
                type(
                        selector,
                        wanted != null ? wanted : field.getAttribute("inputmode") == null ? "Проба / sample" : "1");
        }
    }

    private static String second(Locator select) {
        return String.valueOf(select.locator("option").nth(1).getAttribute("value"));
    }
}
