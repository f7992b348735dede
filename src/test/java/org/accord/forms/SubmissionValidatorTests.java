package org.accord.forms;

import static org.accord.forms.Sample.CASE;
import static org.accord.forms.Sample.REVIEW;
import static org.accord.forms.Sample.TODAY;
import static org.accord.forms.Sample.accepted;
import static org.accord.forms.Sample.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.accord.core.Violation;
import org.assertj.core.api.AbstractListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SubmissionValidatorTests {

    @Test
    void acceptsWhatKeepsAllRulesAndTypesIt() {
        Map<String, Object> data = new LinkedHashMap<>(accepted());
        data.put("budget", 12.50);
        data.put("meetingDay", "2026-12-01");
        data.put("lastDay", "2026-12-03");
        data.put("opensAt", "09:30");
        data.put("deadline", "2026-12-01T17:00:00+06:00");
        data.put("pillar", "P1");
        data.put("languages", List.of("en", "ru"));
        data.put("ministry", Map.of("name", "Justice"));

        Checked checked = check(REVIEW, data);

        assertThat(checked.violations()).isEmpty();
        assertThat(checked.values())
                .containsEntry("budget", new BigDecimal("12.5"))
                .containsEntry("meetingDay", "2026-12-01")
                .containsEntry("opensAt", "09:30")
                .containsEntry("deadline", "2026-12-01T17:00+06:00")
                .containsEntry("confirmed", false)
                .containsEntry("caseNumber", "CT-2026-0029")
                .containsEntry("ministry", Map.of("name", "Justice", "abroad", false))
                .containsEntry(
                        "agenda", List.of(Map.of("title", "Opening", "minutes", new BigDecimal("15"), "closed", false)))
                .doesNotContainKeys("reason", "contact", "states");
    }

    @Test
    void whatWasAcceptedIsAcceptedAgain() {
        Checked first = check(REVIEW, accepted("deadline", "2026-12-01T17:00:00+06:00"));

        Checked second = check(REVIEW, first.values());

        assertThat(second.violations()).isEmpty();
        assertThat(second.values()).isEqualTo(first.values());
    }

    @Test
    void listsAllFaultsAtOnce() {
        Map<String, Object> data = Map.of("decision", "reject", "budget", -1, "contact", "nobody", "colour", "red");

        assertThat(check(REVIEW, data).violations())
                .extracting(Violation::field, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("reason", "required"),
                        tuple("budget", "min"),
                        tuple("contact", "email"),
                        tuple("colour", "unknownField"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contact      | office@example.org         | ",
                "contact      | office.example.org         | email",
                "noteNumber   | KZ-12                      | ",
                "noteNumber   | kz-12                      | pattern",
                "meetingDay   | 2026-11-13                 | ",
                "meetingDay   | 2026-11-12                 | tooEarly",
                "meetingDay   | 2027-03-01                 | ",
                "meetingDay   | 2027-03-02                 | tooLate",
                "meetingDay   | 2026-02-30                 | notADate",
                "meetingDay   | 01.12.2026                 | notADate",
                "lastDay      | 2036-11-23                 | ",
                "lastDay      | 2036-11-24                 | tooLate",
                "lastDay      | 2016-11-23                 | ",
                "lastDay      | 2016-11-22                 | tooEarly",
                "opensAt      | 23:59:59                   | ",
                "opensAt      | 24:00                      | notATime",
                "deadline     | 2026-12-01T10:00           | ",
                "deadline     | 2026-12-01T10:00:00Z       | ",
                "deadline     | 2026-12-01T10:00:00[Europe/Vienna] | notADateTime",
                "deadline     | 2026-12-01 10:00           | notADateTime",
                "deadline     | 2099-12-01T10:00           | tooLate",
                "pillar       | P2                         | ",
                "pillar       | P9                         | notAnOption",
                "decision     | perhaps                    | notAnOption",
            })
    void judgesTexts(String field, String value, String code) {
        Map<String, Object> data = accepted(field, value);

        List<String> codes = check(REVIEW, data).violations().stream()
                .filter(violation -> violation.field().equals(field))
                .map(Violation::code)
                .toList();

        assertThat(codes).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "0,",
        "1000000,",
        "0.01,",
        "1E+3,",
        "-0.01,min",
        "1000000.01,max",
        "0.001,decimalDigits",
        "1E+999999999,tooManyDigits",
        "1234567890123456,tooManyDigits",
        "1E-999999999,tooManyDigits"
    })
    void judgesNumbers(BigDecimal number, String code) {
        violations("budget", number).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void numbersMayComeInAnyJavaType() {
        violations("budget", 5).isEmpty();
        violations("budget", 5L).isEmpty();
        violations("budget", new BigInteger("5")).isEmpty();
        violations("budget", Double.NaN).containsExactly("notANumber");
        violations("budget", Double.POSITIVE_INFINITY).containsExactly("notANumber");
        violations("budget", "5").containsExactly("notANumber");
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleSeeThem() {
        FormDefinition form = Sample.form(
                "{'type':'textfield','id':'a','key':'name','label':'Name','validate':{'minLength':2,'maxLength':3}}");

        assertThat(check(form, Map.of("name", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00"))
                        .violations())
                .isEmpty();
        assertThat(check(form, Map.of("name", "four")).violations())
                .containsExactly(Violation.of("name", "maxLength", 3, "four", 4));
        assertThat(check(form, Map.of("name", "1")).violations())
                .containsExactly(Violation.of("name", "minLength", 2, "1", 1));
    }

    @Test
    void aMegabyteOfTextIsRefusedAndNotRepeated() {
        Violation violation = check(REVIEW, accepted("contact", "x".repeat(1 << 20)))
                .violations()
                .get(0);

        assertThat(violation.code()).isEqualTo("maxLength");
        assertThat(violation.args()).hasSize(3).contains(255, 1 << 20);
        assertThat(violation.args().get(1).toString()).hasSize(60).endsWith("…");
    }

    @Test
    void blankTextIsNoAnswer() {
        violations("decision", " \u00A0\u200B\n").containsExactly("required");
        violations("decision", null).containsExactly("required");
        violations("contact", "  ").isEmpty();
    }

    @Test
    void aRequiredBoxMustBeTicked() {
        FormDefinition form = Sample.form(
                "{'type':'checkbox','id':'a','key':'agreed','label':'Agreed','validate':{'required':true}}");

        assertThat(check(form, Map.of("agreed", true)).violations()).isEmpty();
        assertThat(check(form, Map.of("agreed", false)).violations())
                .containsExactly(Violation.of("agreed", "required"));
        assertThat(check(form, Map.of()).violations()).containsExactly(Violation.of("agreed", "required"));
    }

    @Test
    void refusesCharactersThatNoTextMayHold() {
        assertThat(check(REVIEW, accepted("contact", "a\u0000b")).violations())
                .containsExactly(Violation.of("contact", "illegalCharacter", "U+0000", "a\uFFFDb"));
        violations("contact", "a\uD800b").containsExactly("illegalCharacter");
        violations("contact", "\uDC00\uD800").containsExactly("illegalCharacter");
        violations("contact", "\u0000").containsExactly("illegalCharacter");
        violations("decision", "approve\u0000").containsExactly("illegalCharacter");
        violations("languages", List.of("en\u0000")).containsExactly("illegalCharacter");
    }

    @Test
    void judgesSeveralChoices() {
        violations("languages", List.of("en", "ru")).isEmpty();
        violations("languages", List.of()).isEmpty();
        violations("languages", List.of("en", "en")).containsExactly("chosenTwice");
        violations("languages", List.of("en", "fr")).containsExactly("notAnOption");
        violations("languages", List.of(1)).containsExactly("notAnOption");
        violations("languages", "en").containsExactly("notAList");
        violations("states", List.of("KZ", "UZ")).isEmpty();
        violations("states", List.of("XX")).containsExactly("notAnOption");
    }

    @Test
    void aHiddenFieldTakesNoValue() {
        violations("reason", "Because of paragraph 4").containsExactly("hiddenField");
        violations("reason", "").isEmpty();
        violations("remark", "late").containsExactly("hiddenField");
        violations("reason", 17).containsExactly("hiddenField");
    }

    @Test
    void aHiddenFieldIsAbsentForTheConditionsBelow() {
        FormDefinition form = Sample.form("""
                {'type':'checkbox','id':'a','key':'first','label':'First'},
                {'type':'textfield','id':'b','key':'second','label':'Second','conditional':{'hide':'=not(first)'}},
                {'type':'textfield','id':'c','key':'third','label':'Third','conditional':{'hide':'=second = null'}}
                """);

        Checked hidden = check(form, Map.of("second", "x", "third", "y"));
        Checked shown = check(form, Map.of("first", true, "second", "x", "third", "y"));

        assertThat(hidden.violations()).extracting(Violation::field).containsExactly("second", "third");
        assertThat(shown.violations()).isEmpty();
    }

    @Test
    void theCaseDoesNotAnswerForAField() {
        assertThat(check(REVIEW, Map.of(), Map.of("decision", "approve")).violations())
                .extracting(Violation::field, Violation::code)
                .contains(tuple("reason", "required"));
    }

    @Test
    void conditionsInAGroupSeeItsFields() {
        violations("ministry", Map.of("city", "Vienna")).isEmpty();
        assertThat(check(REVIEW, accepted("ministry", Map.of("city", "Vienna"))).violations())
                .containsExactly(Violation.of("ministry.city", "hiddenField", "Vienna"));
        assertThat(check(REVIEW, accepted("ministry", Map.of("abroad", true, "city", "Vienna")))
                        .violations())
                .isEmpty();
        violations("ministry", "Justice").containsExactly("notAGroup");
        assertThat(check(REVIEW, accepted("ministry", Map.of("colour", 1))).violations())
                .containsExactly(Violation.of("ministry.colour", "unknownField", "1"));
    }

    @Test
    void aReadOnlyFieldKeepsTheValueOfTheCase() {
        violations("caseNumber", "CT-2026-0029").isEmpty();
        assertThat(check(REVIEW, accepted("caseNumber", "CT-2026-0030")).violations())
                .containsExactly(Violation.of("caseNumber", "readOnlyField", "CT-2026-0029", "CT-2026-0030"));
        violations("caseNumber", List.of(1)).containsExactly("readOnlyField");
        assertThat(check(REVIEW, accepted("caseNumber", "x"), Map.of()).violations())
                .extracting(Violation::code)
                .containsExactly("readOnlyField");
    }

    @Test
    void aReadOnlyBoxCannotBeUnticked() {
        FormDefinition form = Sample.form(
                "{'type':'checkbox','id':'a','key':'agreed','label':'Agreed','readonly':true,'defaultValue':true}");

        assertThat(check(form, Map.of()).values()).containsEntry("agreed", true);
        assertThat(check(form, Map.of("agreed", true)).violations()).isEmpty();
        assertThat(check(form, Map.of("agreed", false)).violations())
                .containsExactly(Violation.of("agreed", "readOnlyField", "true", "false"));
    }

    @Test
    void aDateMayDependOnAnotherField() {
        Map<String, Object> data = new HashMap<>(accepted());
        data.put("meetingDay", "2026-12-03");
        data.put("lastDay", "2026-12-02");

        assertThat(check(REVIEW, data).violations())
                .containsExactly(Violation.of("lastDay", "tooEarly", "2026-12-03", "2026-12-02"));
    }

    @Test
    void rowsAreCheckedEachAndCounted() {
        Map<String, Object> row = Map.of("title", "Item");

        violations("agenda", List.of(row, row, row)).isEmpty();
        violations("agenda", List.of(row, row, row, row)).containsExactly("maxRows");
        violations("agenda", Collections.nCopies(5000, row)).containsExactly("maxRows");
        violations("agenda", Map.of()).containsExactly("notAList");
        assertThat(check(REVIEW, accepted("agenda", Arrays.asList(Map.of("minutes", 5), "x", null, row)))
                        .violations())
                .containsExactly(
                        Violation.of("agenda[0].title", "required"), Violation.of("agenda[1]", "notAGroup", "x"));
    }

    @Test
    void untouchedRowsDoNotCount() {
        Map<String, Object> untouched = Map.of("title", " ", "closed", false);

        Checked checked = check(REVIEW, accepted("agenda", List.of(untouched, Map.of("title", "Item"), untouched)));

        assertThat(checked.violations()).isEmpty();
        assertThat(checked.values().get("agenda")).asInstanceOf(LIST).hasSize(1);
    }

    @Test
    void aListMayNeedRows() {
        FormDefinition form = Sample.form("""
                {'type':'dynamiclist','id':'a','path':'items','label':'Items','properties':{'minRows':'1','maxRows':'2'},
                 'components':[{'type':'textfield','id':'b','key':'name','label':'Name'}]}
                """);

        assertThat(check(form, Map.of()).violations()).containsExactly(Violation.of("items", "minRows", 1, 0));
        assertThat(check(form, Map.of("items", List.of(Map.of("name", "x")))).violations())
                .isEmpty();
    }

    @Test
    void unknownFieldsAreNamedShortAndNotWithoutEnd() {
        Map<String, Object> data = new HashMap<>(accepted());
        IntStream.range(0, 5000).forEach(i -> data.put("x\u0000".repeat(5000) + i, i));

        List<Violation> violations = check(REVIEW, data).violations();

        assertThat(violations).hasSize(200).allSatisfy(violation -> {
            assertThat(violation.code()).isEqualTo("unknownField");
            assertThat(violation.field()).hasSizeLessThanOrEqualTo(60).doesNotContain("\u0000");
        });
    }

    static List<Object> thingsThatJsonMayHold() {
        return Arrays.asList(
                null,
                "",
                "text",
                1,
                1.5,
                true,
                false,
                List.of(),
                List.of(1),
                List.of(List.of(Map.of())),
                Map.of(),
                Map.of("a", 1),
                Arrays.asList(null, null),
                Collections.singletonMap("title", null));
    }

    @ParameterizedTest
    @MethodSource("thingsThatJsonMayHold")
    void anyTypeAnywhereIsJudgedAndNeverThrows(Object thing) {
        for (String field : List.of(
                "caseNumber",
                "decision",
                "reason",
                "budget",
                "meetingDay",
                "opensAt",
                "deadline",
                "confirmed",
                "pillar",
                "languages",
                "states",
                "ministry",
                "remark",
                "agenda",
                "colour")) {
            assertThatCode(() -> check(REVIEW, accepted(field, thing))).doesNotThrowAnyException();
        }
        for (String field : List.of("title", "minutes", "closed", "colour")) {
            Map<String, Object> row = new HashMap<>(Map.of("title", "x"));
            row.put(field, thing);
            assertThatCode(() -> check(REVIEW, accepted("agenda", List.of(row))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void noPatternHoldsUpTheServer() {
        FormDefinition form = Sample.form(
                "{'type':'textfield','id':'a','key':'name','label':'Name','validate':{'pattern':'^(a|a)*$'}}");

        assertThat(check(form, Map.of("name", "a".repeat(200) + "!")).violations())
                .extracting(Violation::code)
                .containsExactly("pattern");
    }

    @Test
    void todayIsKnownToExpressions() {
        FormDefinition form = Sample.form("""
                {'type':'datetime','subtype':'date','id':'a','key':'day','label':'Day',
                 'properties':{'earliest':'=today - duration(\\'P400D\\')'}}
                """);

        assertThat(check(form, Map.of("day", TODAY.minusDays(400).toString())).violations())
                .isEmpty();
        assertThat(check(form, Map.of("day", TODAY.minusDays(401).toString())).violations())
                .extracting(Violation::code)
                .containsExactly("tooEarly");
    }

    @Test
    void anExpressionThatYieldsNoDayLeavesTheUsualWindow() {
        assertThat(check(REVIEW, accepted("meetingDay", "2030-01-01"), Map.of()).violations())
                .isEmpty();
    }

    private static AbstractListAssert<?, List<? extends String>, String, ?> violations(String field, Object value) {
        return assertThat(check(REVIEW, accepted(field, value), CASE).violations().stream()
                .filter(violation -> violation.field().equals(field))
                .map(Violation::code)
                .toList());
    }
}
