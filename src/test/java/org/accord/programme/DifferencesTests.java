package org.accord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.accord.programme.Difference.Detail;
import org.accord.programme.Difference.Sort;
import org.junit.jupiter.api.Test;

/** What differs between two files, as they are written. */
class DifferencesTests {

    private static List<Difference> between(String before, String after) {
        return Differences.between(ProgrammeReader.written(before), ProgrammeReader.written(after));
    }

    @Test
    void remarksAnchorsAndOrderMakeNoDifference() {
        assertThat(between("""
                        code: X
                        states:
                          - {code: KZ, name: {en: Kazakhstan}}
                          - {code: KG, name: {en: Kyrgyzstan}}
                        days: [a, b]
                        """, """
                        # a remark
                        states:
                          - {name: {en: Kyrgyzstan}, code: KG}
                          - &kz {code: KZ, name: {en: Kazakhstan}}
                        days: [a, b]
                        code: "X"
                        """)).isEmpty();
    }

    @Test
    void anItemIsNamedByItsCodeAndOnlyWhatDiffersIsTold() {
        assertThat(between("""
                        states:
                          - {code: KZ, name: {en: Kazakhstan}, calendar: kz}
                          - {code: KG, calendar: kg}
                        """, """
                        states:
                          - {code: KZ, name: {en: Kazakhstan}, calendar: un, note: new}
                          - {code: TJ, calendar: tj}
                        """))
                .containsExactly(
                        new Difference(
                                "states",
                                "KZ",
                                Sort.CHANGED,
                                List.of(new Detail("calendar", "kz", "un"), new Detail("note", "", "new"))),
                        new Difference(
                                "states",
                                "TJ",
                                Sort.ADDED,
                                List.of(new Detail("code", "", "TJ"), new Detail("calendar", "", "tj"))),
                        new Difference(
                                "states",
                                "KG",
                                Sort.REMOVED,
                                List.of(new Detail("code", "KG", ""), new Detail("calendar", "kg", ""))));
    }

    @Test
    void ofAListTheElementsThatCameAndWentAreTold() {
        assertThat(between(
                        "roles: [{code: A, rights: [WORK, READ]}]", "roles: [{code: A, rights: [READ, ADMINISTER]}]"))
                .containsExactly(new Difference(
                        "roles", "A", Sort.CHANGED, List.of(new Detail("rights", "WORK", "ADMINISTER"))));
        assertThat(between(
                        "posts: [{user: chief, mandates: [{role: A, from: 2010-01-01}]}]",
                        "posts: [{user: chief, mandates: []}]"))
                .containsExactly(new Difference(
                        "posts",
                        "chief",
                        Sort.CHANGED,
                        List.of(new Detail("mandates", "role: A, from: 2010-01-01", ""))));
    }

    @Test
    void aGroupOfGroupsIsAsAListAndASingleValueIsItsOwnDifference() {
        assertThat(between("deadlines: {a: {offset: 1d}}\nclosing: 17", "deadlines: {a: {offset: 2d}}\nclosing: 18"))
                .containsExactly(
                        new Difference("deadlines", "a", Sort.CHANGED, List.of(new Detail("offset", "1d", "2d"))),
                        new Difference("closing", "", Sort.CHANGED, List.of(new Detail("", "17", "18"))));
    }

    @Test
    void whateverDiffersIsTold() {
        String long700 = "x".repeat(700);
        assertThat(between(
                        "notices: {a: {text: {en: " + long700 + ", ru: one}}}",
                        "notices: {a: {text: {en: " + long700 + ", ru: two}}}"))
                .containsExactly(
                        new Difference("notices", "a", Sort.CHANGED, List.of(new Detail("text.ru", "one", "two"))));
        assertThat(between("notices: {a: {text: " + long700 + "1}}", "notices: {a: {text: " + long700 + "2}}"))
                .singleElement()
                .satisfies(difference -> assertThat(difference.details().get(0).after())
                        .startsWith("…x")
                        .endsWith("x2"));
        assertThat(
                        between(
                                "calendars: [{code: un, holidays: [{on: [01-01], name: {en: X, ru: Y}, from: 2025-01-01}]}]",
                                "calendars: [{code: un, holidays: [{on: [01-01], name: {en: X, ru: \"Y, from: 2025-01-01\"}}]}]"))
                .singleElement()
                .satisfies(difference -> assertThat(difference.details())
                        .containsExactly(new Detail(
                                "holidays",
                                "on: [01-01], name: {en: X, ru: Y}, from: 2025-01-01",
                                "on: [01-01], name: {en: X, ru: \"Y, from: 2025-01-01\"}")));
    }

    @Test
    void anotherOrderOfAListIsTold() {
        assertThat(between("languages: [en, ru]", "languages: [ru, en]"))
                .containsExactly(
                        new Difference("languages", "", Sort.CHANGED, List.of(new Detail("", "[en, ru]", "[ru, en]"))));
    }

    @Test
    void ofALongTextEveryPlaceThatDiffersIsTold() {
        String text = "a".repeat(300) + "1" + "b".repeat(900) + "2" + "c".repeat(900);
        String other = text.replace('1', '3').replace('2', '4');
        assertThat(between("note: " + text, "note: " + other)).singleElement().satisfies(difference -> assertThat(
                        difference.details().get(0).after())
                .contains("3", "4")
                .startsWith("…")
                .endsWith("…"));
        assertThat(between("code: x", "code: x\nnote: " + text)).singleElement().satisfies(difference -> assertThat(
                        difference.details().get(0).after())
                .isEqualTo(text));
    }
}
