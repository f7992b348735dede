package org.accord.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlFormReaderTests {

    private final Map<String, String[]> sent = new HashMap<>();

    @Test
    void givesTheDataTheShapeOfTheForm() {
        send("decision", "approve");
        send("budget", "12.50");
        send("confirmed", "true");
        send("languages", "en", "ru");
        send("ministry.name", " Justice ");
        send("reason", "one\r\ntwo");
        send("_csrf", "token");

        assertThat(read())
                .containsEntry("decision", "approve")
                .containsEntry("budget", new BigDecimal("12.50"))
                .containsEntry("confirmed", true)
                .containsEntry("languages", List.of("en", "ru"))
                .containsEntry("ministry", Map.of("name", "Justice", "abroad", false, "city", ""))
                .containsEntry("reason", "one\ntwo")
                .containsEntry("agenda", List.of())
                .containsEntry("contact", "")
                .doesNotContainKeys("_csrf", "caseNumber");
    }

    @Test
    void whatItReadIsAccepted() {
        send("decision", "approve");
        send("agenda[0].title", "Opening");
        send("agenda[0].minutes", "");
        send("agenda[1]", "");
        send("agenda[1].title", " ");

        assertThat(Sample.check(Sample.REVIEW, read()).violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1250.5     | 1250.5",
                "1 250 000  | 1250000",
                "1\u00A0250   | 1250",
                "12,5       | 12.5",
                "1250,50    | 1250.50",
                "-3         | -3",
                "\u22123   | -3"
            })
    void readsNumbersAsPeopleWriteThem(String typed, BigDecimal number) {
        send("budget", typed);

        assertThat(read()).containsEntry("budget", number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"twelve", "1,250", "1.250,5", "1e5", "12 5", "0x1F", "1,2,3", "--1"})
    void keepsWhatIsNoNumberAsItWasTyped(String typed) {
        send("budget", typed);

        assertThat(read()).containsEntry("budget", typed);
        assertThat(Sample.check(Sample.REVIEW, read()).violations())
                .anyMatch(violation -> violation.code().equals("notANumber"));
    }

    @Test
    void readsRowsInTheirOrder() {
        send("agenda[10].title", "Third");
        send("agenda[2].title", "Second");
        send("agenda[0].title", "First");
        send("agenda[x].title", "Never");
        send("agenda[99999].title", "Never");

        assertThat(titles()).containsExactly("First", "Second", "Third");
    }

    @Test
    void addsAndRemovesRows() {
        send("agenda[0].title", "First");
        send("agenda[1].title", "Second");
        send("_add", "agenda");
        assertThat(titles()).containsExactly("First", "Second", null);

        sent.remove("_add");
        send("_remove", "agenda[0]");
        assertThat(titles()).containsExactly("Second");
    }

    private List<Object> titles() {
        return ((List<?>) read().get("agenda"))
                .stream().map(row -> (Object) ((Map<?, ?>) row).get("title")).toList();
    }

    private void send(String name, String... values) {
        sent.put(name, values);
    }

    private Map<String, Object> read() {
        return HtmlFormReader.read(Sample.REVIEW, sent);
    }
}
