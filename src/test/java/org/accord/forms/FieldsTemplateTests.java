package org.accord.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.accord.core.Violation;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class FieldsTemplateTests {

    private static final String NASTY = "<script>alert(\"1\")</script>";

    private static final String PAGE = "<th:block th:replace=\"~{forms/fields :: fields(${form})}\"></th:block>";

    private final SpringTemplateEngine engine = engine();

    @Test
    void drawsEachKindOfField() {
        assertThat(page(Map.of(), false))
                .contains("<input type=\"radio\" id=\"f-decision\" name=\"decision\" value=\"approve\">")
                .contains("<textarea rows=\"6\" id=\"f-reason\" name=\"reason\" maxlength=\"200\"")
                .contains("<p class=\"field-hint\" id=\"f-reason-hint\">Name the paragraph and propose words.</p>")
                .contains("aria-describedby=\"f-reason-hint\"")
                .contains("inputmode=\"decimal\"")
                .contains("<input type=\"date\" id=\"f-meetingDay\" name=\"meetingDay\" value=\"\" min=\"2026-11-13\"")
                .contains("<input type=\"time\"")
                .contains("<input type=\"datetime-local\"")
                .contains("<input type=\"checkbox\" value=\"true\" id=\"f-confirmed\"")
                .contains("<option value=\"P1\">Conditions</option>")
                .contains("<input type=\"checkbox\" id=\"f-states-2\" name=\"states\" value=\"UZ\">")
                .contains("<legend>Ministry</legend>")
                .contains("<input type=\"hidden\" value=\"\" name=\"agenda[0]\">")
                .contains("name=\"_remove\" formnovalidate value=\"agenda[0]\"")
                .contains("name=\"_add\" formnovalidate value=\"agenda\"")
                .contains("<p>Read the draft in both languages.</p>")
                .contains("<p class=\"answer\">CT-2026-0029</p>")
                .doesNotContain("name=\"caseNumber\"", "name=\"remark\"", "th:", "<!--");
    }

    @Test
    void showsWhatIsWrongAtTheField() {
        assertThat(page(Map.of("decision", "reject", "budget", "much"), false))
                .contains("<p class=\"field-error\" id=\"f-budget-error\">")
                .contains("notANumber [much]")
                .contains("aria-describedby=\"f-budget-error\" aria-invalid=\"true\"");
    }

    @Test
    void escapesWhateverWasTyped() {
        Map<String, Object> data = Map.of("reason", NASTY, "budget", NASTY, "contact", NASTY, "states", List.of(NASTY));

        assertThat(page(data, false)).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(page(data, true)).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void drawsASummaryForReading() {
        Map<String, Object> data = new HashMap<>(Sample.accepted());
        data.put("confirmed", true);

        assertThat(page(data, true))
                .contains("<dl class=\"summary\">")
                .contains("<dt>What is your position?</dt>")
                .contains("<p class=\"answer\">We endorse the draft</p>")
                .contains("<span>forms.yes</span>")
                .contains("<p class=\"answer\">Opening</p>")
                .doesNotContain("<input", "<textarea", "<select", "<button");
    }

    private String page(Map<String, Object> data, boolean readOnly) {
        Map<String, Object> filled = readOnly ? data : Defaults.fill(Sample.REVIEW.fields(), data);
        Checked checked = Sample.check(Sample.REVIEW, filled);
        List<Violation> violations = data.isEmpty() ? List.of() : checked.violations();
        FormViews views = new FormViews(checked.surroundings(), violations, Locale.ENGLISH);
        FormView view = new FormView(
                new FormRef("national-review", 1),
                views.fields(Sample.REVIEW.fields(), "", filled),
                violations,
                readOnly);
        return engine.process(PAGE, new Context(Locale.ENGLISH, Map.of("form", view)))
                .replaceAll("\\s+", " ");
    }

    private static SpringTemplateEngine engine() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        messages.addMessage("violation.notANumber", Locale.ENGLISH, "notANumber [{0}]");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        ClassLoaderTemplateResolver templates = templates();
        templates.setOrder(1);
        engine.addTemplateResolver(templates);
        engine.addTemplateResolver(new StringTemplateResolver());
        return engine;
    }

    private static ClassLoaderTemplateResolver templates() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setResolvablePatterns(Set.of("forms/*"));
        return templates;
    }
}
