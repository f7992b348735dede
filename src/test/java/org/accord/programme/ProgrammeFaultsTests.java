package org.accord.programme;

import static org.accord.programme.ProgrammeFixture.SMALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgrammeFaultsTests {

    /** One change to the small programme, and the fault it makes on the line where the marker stands. */
    record Change(String from, String to, String marker, String field, String rule, String value) {

        String text() {
            assertThat(SMALL).contains(from);
            int at = SMALL.indexOf(from);
            return SMALL.substring(0, at) + to + SMALL.substring(at + from.length());
        }

        int line() {
            assertThat(text()).contains(marker);
            return text().substring(0, text().indexOf(marker)).split("\n", -1).length;
        }

        @Override
        public String toString() {
            return rule + " at " + field;
        }
    }

    static Stream<Change> missingAndUnknownFields() {
        return Stream.of(
                new Change("rights: [READ_ALL]", "rights: []", "code: JUDGE", "roles[1].rights", "required", "rights"),
                new Change("code: SMALL", "code:", "code:", "code", "required", "code"),
                new Change(
                        "    formalName: {en: The South, fr: Le Sud}\n",
                        "",
                        "code: SO",
                        "states[1].formalName",
                        "required",
                        "formalName"),
                new Change("    calendar: office\n", "", "code: NO", "states[0].calendar", "required", "calendar"),
                new Change("    host: SO\n", "", "code: M1", "meetings[0].host", "required", "host"),
                new Change("instruments:", "books: []\ninstruments:", "books", "books", "unknownField", "books"),
                new Change(
                        "group: other",
                        "group: other\n    colour: red",
                        "colour",
                        "states[1].colour",
                        "unknownField",
                        "colour"),
                new Change("fr: Sud}", "fr: Sud, de: Sueden}", "Sueden", "states[1].name.de", "unknownField", "de"),
                new Change(
                        "group: other",
                        "group: other\n    group: region",
                        "group: region\nagencies",
                        "states[1].group",
                        "duplicateField",
                        "group"),
                new Change(", fr: Le Sud}", "}", "The South", "states[1].formalName.fr", "missingTranslation", "fr"),
                new Change("fr: Lettres", "fr: ''", "en: Letters", "pillars[0].name.fr", "missingTranslation", "fr"));
    }

    static Stream<Change> wrongValues() {
        return Stream.of(
                new Change(
                        "participants: 12",
                        "participants: many",
                        "many",
                        "meetings[0].participants",
                        "wrongType",
                        "many"),
                new Change(
                        "participates: true",
                        "participates: maybe",
                        "maybe",
                        "states[0].participates",
                        "wrongType",
                        "maybe"),
                new Change("workshops: []", "workshops: none", "workshops: none", "workshops", "wrongType", "none"),
                new Change("    host: SO", "    host: [SO]", "[SO]", "meetings[0].host", "wrongType", "sequence"),
                new Change("agencies:\n", "agencies:\n  - counter\n", "counter", "agencies[0]", "wrongType", "counter"),
                new Change(
                        "group: other", "group: elsewhere", "elsewhere", "states[1].group", "notAnOption", "elsewhere"),
                new Change("rights: [READ_ALL]", "rights: [RULE]", "RULE", "roles[1].rights[0]", "notAnOption", "RULE"),
                new Change("code: T1", "code: T/1", "T/1", "instruments[0].code", "badCode", "T/1"),
                new Change("Europe/Paris", "Paris", "zone: Paris", "zone", "notAZone", "Paris"),
                new Change("\"18:00\"", "\"25:00\"", "25:00", "closingTime", "notATime", "25:00"),
                new Change(
                        "from: 2020-02-03",
                        "from: 2020-02-30",
                        "2020-02-30",
                        "meetings[0].from",
                        "notADate",
                        "2020-02-30"),
                new Change(
                        "dated: 2020-02-04",
                        "dated: 2100-02-04",
                        "2100",
                        "instruments[0].dated",
                        "dateRange",
                        "2100-02-04"),
                new Change("\"05-01\"", "\"02-31\"", "02-31", "calendars[0].holidays[0].on[0]", "notADate", "02-31"),
                new Change(
                        "to: 2020-02-04",
                        "to: 2020-02-02",
                        "to: 2020-02-02",
                        "meetings[0].to",
                        "dateOrder",
                        "2020-02-02"),
                new Change(
                        "until: 1999-12-31",
                        "until: 1989-12-31",
                        "1989",
                        "organisations[0].until",
                        "dateOrder",
                        "1989-12-31"),
                new Change(
                        "until: 2020-12-31",
                        "until: 2019-12-31",
                        "2019-12-31",
                        "posts[0].mandates[0].until",
                        "dateOrder",
                        "2019-12-31"),
                new Change(
                        "[SATURDAY, SUNDAY]",
                        "[MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]",
                        "code: office",
                        "calendars[0].code",
                        "noWorkingDay",
                        "office"),
                new Change(
                        "successor: NEW",
                        "successor: NEW\n    currencies: [USD, EURO]",
                        "EURO",
                        "organisations[0].currencies[1]",
                        "notACurrency",
                        "EURO"),
                new Change("offset: +2wd", "offset: +2m", "+2m", "deadlines.soon.offset", "deadlineUnit", "m"),
                new Change(
                        "offset: -2w +1wd",
                        "offset: -1w fortnight",
                        "fortnight",
                        "deadlines.before.offset",
                        "deadlineOffset",
                        "fortnight"));
    }

    static Stream<Change> wrongReferences() {
        return Stream.of(
                new Change(
                        "agencies:\n",
                        "  - {code: NO, name: {en: x, fr: x}, formalName: {en: x, fr: x}, group: other}\nagencies:\n",
                        "name: {en: x",
                        "states[2].code",
                        "duplicateCode",
                        "NO"),
                new Change("pillars: [A]", "pillars: [B]", "[B]", "meetings[0].pillars[0]", "unknownReference", "B"),
                new Change(
                        "pillar: A, title",
                        "pillar: B, title",
                        "pillar: B",
                        "initiatives[0].pillar",
                        "unknownReference",
                        "B"),
                new Change(
                        "donors: [NEW]",
                        "donors: [LATER]",
                        "LATER",
                        "meetings[0].donors[0]",
                        "unknownReference",
                        "LATER"),
                new Change("host: SO", "host: WE", "host: WE", "meetings[0].host", "unknownReference", "WE"),
                new Change(
                        "initiative: A-1",
                        "initiative: A-9",
                        "A-9",
                        "meetings[0].initiative",
                        "unknownReference",
                        "A-9"),
                new Change(
                        "gathering: M1", "gathering: M9", "M9", "instruments[0].gathering", "unknownReference", "M9"),
                new Change(
                        "calendar: office\ncal", "calendar: shop\ncal", "shop", "calendar", "unknownReference", "shop"),
                new Change(
                        "successor: NEW",
                        "successor: NEWER",
                        "NEWER",
                        "organisations[0].successor",
                        "unknownReference",
                        "NEWER"),
                new Change(
                        "excludes: [JUDGE]",
                        "excludes: [KING]",
                        "KING",
                        "roles[0].excludes[0]",
                        "unknownReference",
                        "KING"),
                new Change(
                        "role: GIVER",
                        "role: TAKER",
                        "TAKER",
                        "posts[3].mandates[0].role",
                        "unknownReference",
                        "TAKER"),
                new Change(
                        "donor: true",
                        "successor: OLD",
                        "successor: OLD",
                        "organisations[1].successor",
                        "successorCycle",
                        "OLD"));
    }

    static Stream<Change> wrongMandates() {
        return Stream.of(
                new Change(
                        "\n    mandates:\n      - {role: GIVER, organisation: NEW, from: 2020-01-01}",
                        "",
                        "user: giver",
                        "posts[3].user",
                        "noMandate",
                        "giver"),
                new Change(
                        "role: ENVOY, state: NO,",
                        "role: ENVOY,",
                        "role: ENVOY",
                        "posts[1].mandates[0].state",
                        "scopeMissing",
                        "state"),
                new Change(
                        "state: NO, agency: POST",
                        "state: NO",
                        "role: AGENT",
                        "posts[2].mandates[0].agency",
                        "scopeMissing",
                        "agency"),
                new Change(
                        "role: JUDGE, from",
                        "role: JUDGE, state: SO, from",
                        "state: SO,",
                        "posts[0].mandates[1].state",
                        "scopeNotAllowed",
                        "SO"),
                new Change(
                        "until: 2020-12-31",
                        "until: 2021-06-30",
                        "role: JUDGE",
                        "posts[0].mandates[1].role",
                        "excludedCombination",
                        "JUDGE"),
                new Change(
                        "state: NO, pillar: A, from: 2020-01-01}",
                        "state: NO, from: 2020-01-01}\n      - {role: ENVOY, state: SO, from: 2020-01-01}",
                        "state: SO,",
                        "posts[1].mandates[1].role",
                        "oneState",
                        "ENVOY"));
    }

    @Test
    void aFileWithoutFaultIsRead() {
        assertThat(ProgrammeFixture.small().code()).isEqualTo("SMALL");
    }

    @ParameterizedTest
    @MethodSource({"missingAndUnknownFields", "wrongValues", "wrongReferences", "wrongMandates"})
    void aFaultIsToldWithItsPlaceAndNothingElseIs(Change change) {
        List<Violation> faults = faultsOf(change.text());

        assertThat(faults).as(faults.toString()).hasSize(1);
        Violation fault = faults.get(0);
        assertThat(fault.field()).isEqualTo(change.field());
        assertThat(fault.code()).isEqualTo("programme." + change.rule());
        assertThat(fault.args()).startsWith(change.line(), change.value());
    }

    @Test
    void allFaultsAreToldInTheOrderOfLines() {
        String text = SMALL.replace("host: SO", "host: WE")
                .replace("code: SMALL", "code:")
                .replace("offset: +2wd", "offset: +2m");

        assertThat(faultsOf(text))
                .extracting(Violation::field)
                .containsExactly("code", "meetings[0].host", "deadlines.soon.offset");
    }

    @Test
    void aRefusedFileIsInvalidAndNamed() {
        ProgrammeRejected rejected = rejected("code: [");

        assertThat(rejected.kind()).isEqualTo(Refused.Kind.INVALID);
        assertThat(rejected.code()).isEqualTo("programmeRejected");
        assertThat(rejected.args()).containsExactly("small.yaml", 1);
    }

    @Test
    void whatIsNotYamlIsAFaultOfSyntax() {
        assertThat(faultsOf("code: SMALL\nname: [\n"))
                .extracting(Violation::code)
                .containsExactly("programme.syntax");
        assertThat(faultsOf("a: 1\n---\nb: 2\n")).extracting(Violation::code).containsExactly("programme.syntax");
    }

    @Test
    void anEmptyFileAndAListAreRefused() {
        assertThat(faultsOf("")).extracting(Violation::code).containsExactly("programme.required");
        assertThat(faultsOf("- a\n")).extracting(Violation::code).containsExactly("programme.wrongType");
    }

    @Test
    void aBombOfAliasesIsRefused() {
        StringBuilder text = new StringBuilder("a: &a [x]\nb:\n");
        for (int i = 0; i < 200; i++) {
            text.append("  - *a\n");
        }

        assertThat(faultsOf(text.toString())).extracting(Violation::code).containsExactly("programme.syntax");
    }

    @Test
    void theFailureIsPrintedAsOneLineForEachFault() {
        ProgrammeRejected rejected = rejected(SMALL.replace("host: SO", "host: WE"));

        assertThat(new ProgrammeRejectedAnalyzer()
                        .analyze(new IllegalStateException(rejected), rejected)
                        .getDescription())
                .containsPattern("small\\.yaml:\\d+ meetings\\[0]\\.host programme\\.unknownReference WE");
    }

    private static List<Violation> faultsOf(String text) {
        return rejected(text).violations();
    }

    private static ProgrammeRejected rejected(String text) {
        ProgrammeRejected rejected =
                catchThrowableOfType(ProgrammeRejected.class, () -> ProgrammeReader.read("small.yaml", text));
        assertThat(rejected).as("the file is refused").isNotNull();
        return rejected;
    }
}
