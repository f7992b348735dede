package org.accord.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormsTests {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final FormShelf shelf = new FormShelf();
    private final Forms forms = forms("classpath:forms-samples/");
    private final FormRef review = forms.current("national-review");

    @TempDir
    private Path directory;

    @Test
    void acceptsASubmissionAndTakesItsDigest() {
        Submission one = forms.validate(review, Map.of("decision", "approve", "budget", 5), Sample.CASE);
        Submission same =
                forms.validate(review, Map.of("budget", new BigDecimal("5.0"), "decision", "approve"), Sample.CASE);
        Submission other = forms.validate(review, Map.of("budget", 6, "decision", "approve"), Sample.CASE);

        assertThat(one.form()).isEqualTo(new FormRef("national-review", 1));
        assertThat(one.data()).isUnmodifiable().containsEntry("decision", "approve");
        assertThat(same.digest()).isEqualTo(one.digest()).isNotEqualTo(other.digest());
    }

    @Test
    void rejectsASubmissionWithAllItsFaults() {
        assertThatExceptionOfType(SubmissionRejected.class)
                .isThrownBy(() -> forms.validate(review, Map.of("budget", "much"), Map.of()))
                .satisfies(rejected -> {
                    assertThat(rejected.code()).isEqualTo("submissionRejected");
                    assertThat(rejected.kind()).isEqualTo(Refused.Kind.INVALID);
                    assertThat(rejected.violations())
                            .extracting(Violation::field)
                            .containsExactly("decision", "reason", "budget");
                });
    }

    @Test
    void doesNotFindAFormThatNeverWas() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> forms.current("unheard-of"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("noSuchForm"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> forms.fieldKeys(new FormRef("national-review", 7)))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_FOUND));
    }

    @Test
    void aChangedFormIsANewVersionAndTheOldOneStaysReadable() throws IOException {
        Forms before = formsWith("{'type':'textfield','id':'a','key':'first','label':'First'}");
        Forms unchanged = formsWith("{'type':'textfield','id':'a', 'key':'first', 'label':'First'}");
        Forms after = formsWith("{'type':'textfield','id':'a','key':'second','label':'Second'}");

        FormRef old = before.current("sample");
        assertThat(unchanged.current("sample")).isEqualTo(old);
        assertThat(after.current("sample").version()).isGreaterThan(old.version());
        assertThat(after.fieldKeys(old)).containsExactly("first");
        assertThat(after.fieldKeys(after.current("sample"))).containsExactly("second");
    }

    @Test
    void namesTheInputsOfAForm() {
        assertThat(forms.fieldKeys(review))
                .contains("decision", "ministry.name", "remark", "agenda")
                .doesNotContain("guidance", "ministry", "agenda.title");
    }

    @Test
    void translatesTheSchema() {
        assertThat(component(forms.schema(review, RUSSIAN), 2)).containsEntry("label", "Какова ваша позиция?");
        assertThat(component(forms.schema(review, Locale.ENGLISH), 2)).containsEntry("label", "What is your position?");
        assertThat(component(forms.schema(review, Locale.FRENCH), 2)).containsEntry("label", "What is your position?");
        assertThat(forms.schema(review, RUSSIAN).toString())
                .contains("Поддерживаем проект", "Пункт", "Повестка дня", "Прочтите")
                .doesNotContain("Agenda", "Closed session", "We endorse", "Ministry");
    }

    private static Map<String, Object> component(Map<String, Object> schema, int index) {
        Map<?, ?> component = assertThat(schema.get("components"))
                .asInstanceOf(LIST)
                .element(index)
                .asInstanceOf(MAP)
                .actual();
        return Map.of("label", component.get("label"));
    }

    @Test
    void anUntouchedFormShowsItsDefaultsAndWhatTheCaseGives() {
        FormView view = view(Map.of(), List.of());

        assertThat(field(view, "budget").value()).isEqualTo("100");
        assertThat(field(view, "caseNumber").shown()).containsExactly("CT-2026-0029");
        assertThat(field(view, "caseNumber").readOnly()).isTrue();
        assertThat(field(view, "reason").visible()).isTrue();
        assertThat(field(view, "remark").visible()).isFalse();
        assertThat(field(view, "agenda").rows()).hasSize(1);
        assertThat(field(view, "agenda").add()).isEqualTo("agenda");
        assertThat(field(view, "meetingDay").limits().min()).isEqualTo("2026-11-13");
        assertThat(field(view, "meetingDay").limits().max()).isEqualTo("2027-03-01");
    }

    @Test
    void whatIsHiddenByAnAnswerIsNotShown() {
        assertThat(field(view(Map.of("decision", "approve"), List.of()), "reason")
                        .visible())
                .isFalse();
    }

    @Test
    void whatIsHiddenIsShownWhileThereIsSomethingToCorrect() {
        Map<String, Object> data = Map.of("decision", "approve", "reason", "x", "remark", "y");

        FormView view = view(data, rejection(data).violations());

        assertThat(field(view, "reason").visible()).isTrue();
        assertThat(field(view, "reason").value()).isEqualTo("x");
        assertThat(field(view, "remark").visible()).isTrue();
        assertThat(view.fields())
                .filteredOn(field -> field.label().equals("Remarks"))
                .allMatch(FieldView::visible);
    }

    @Test
    void aRefusedValueIsShownAsItWasTyped() {
        Map<String, Object> data =
                forms.read(review, Map.of("budget", new String[] {"a lot"}, "meetingDay", new String[] {"soon"}));

        FormView view = view(data, rejection(data).violations());

        assertThat(field(view, "budget").value()).isEqualTo("a lot");
        assertThat(field(view, "budget").describedBy()).isEqualTo("f-budget-error");
        assertThat(field(view, "budget").errors()).extracting(Violation::code).containsExactly("notANumber");
        assertThat(field(view, "meetingDay").value()).isEqualTo("soon");
        assertThat(view.field("agenda").orElseThrow().rows()).isEmpty();
    }

    @Test
    void showsAnswersInTheLanguageOfTheReader() {
        Map<String, Object> data = Map.of(
                "decision",
                "return",
                "meetingDay",
                "2026-12-01",
                "budget",
                new BigDecimal("1234567.5"),
                "pillar",
                "P2",
                "deadline",
                "2026-12-01T10:00Z",
                "languages",
                List.of("en", "tj"));

        FormView view = forms.view(review, data, Sample.CASE, List.of(), RUSSIAN, true);

        assertThat(field(view, "decision").shown()).containsExactly("Просим внести поправки");
        assertThat(field(view, "meetingDay").shown()).containsExactly("1 декабря 2026 г.");
        assertThat(field(view, "deadline").shown()).containsExactly("1 декабря 2026 г., 10:00 UTC");
        assertThat(field(view, "budget").shown().get(0)).contains("567,5");
        assertThat(field(view, "pillar").shown()).containsExactly("Предупреждение");
        assertThat(field(view, "languages").shown()).containsExactly("Английский", "tj");
        assertThat(field(view, "contact").shown()).isEmpty();
    }

    @Test
    void idsAreUniqueAndNamesArePaths() {
        FormView view = view(Map.of("agenda", List.of(Map.of("title", "a"), Map.of("title", "b"))), List.of());
        List<FieldView> all =
                view.fields().stream().flatMap(FieldView::withAllBelow).toList();

        assertThat(all)
                .extracting(FieldView::id)
                .doesNotHaveDuplicates()
                .contains("f-agenda-1-title", "f-ministry-city");
        assertThat(all).extracting(FieldView::name).contains("agenda[1].title", "ministry.city");
    }

    private SubmissionRejected rejection(Map<String, Object> data) {
        try {
            forms.validate(review, data, Sample.CASE);
        } catch (SubmissionRejected rejected) {
            return rejected;
        }
        throw new AssertionError("accepted: " + data);
    }

    private FormView view(Map<String, Object> data, List<Violation> violations) {
        return forms.view(review, data, Sample.CASE, violations, Locale.ENGLISH, false);
    }

    private static FieldView field(FormView view, String path) {
        return view.field(path).orElseThrow();
    }

    private Forms formsWith(String components) throws IOException {
        Files.writeString(directory.resolve("sample.form"), Sample.schema(components));
        Files.writeString(
                directory.resolve("sample.ru.json"),
                "{\"%s.label\":\"Поле\"}".formatted(components.contains("second") ? "second" : "first"));
        return forms(directory.toUri().toString());
    }

    private Forms forms(String location) {
        FormsProperties properties = new FormsProperties(location, List.of("en", "ru"));
        Clock clock = Clock.fixed(Sample.TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        FormCatalogue catalogue = new FormCatalogue(shelf, properties, Sample.LISTS, Sample.FEEL);
        return new Forms(catalogue, Sample.LISTS, Sample.FEEL, clock);
    }
}
