package org.accord.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether data may be handed in with a form. State in, decision out. */
final class SubmissionValidator {

    static final int YEARS_AROUND_TODAY = 10;

    private final Options options;
    private final Feel feel;
    private final LocalDate today;

    SubmissionValidator(Options options, Feel feel, LocalDate today) {
        this.options = options;
        this.feel = feel;
        this.today = today;
    }

    Checked check(FormDefinition form, Map<String, ?> data, Map<String, ?> context) {
        Surroundings surroundings = new Surroundings();
        Violations violations = new Violations();
        Level top = Level.top(form, data, context);
        top.know("today", today);
        Survey survey = new Survey(options, feel, today, surroundings);
        new LevelCheck(survey, surroundings, violations).check(form.fields(), top);
        return new Checked(Frozen.map(top.values()), violations.all(), surroundings);
    }

    /** Looks at a field where it stands: is it hidden, what does it offer, which days does it allow. */
    record Survey(Options options, Feel feel, LocalDate today, Surroundings surroundings) {

        boolean hides(Field field, Level level) {
            String condition = field.face().hide();
            return condition != null && Boolean.TRUE.equals(feel.evaluate(condition, level.known()));
        }

        void look(Field field, Level level) {
            String place = level.place(field);
            if (field instanceof Field.Choice choice) {
                String list = choice.valuesKey();
                surroundings.offer(place, list == null ? choice.values() : options.named(list, level.known()));
            }
            if (field instanceof Field.Decimal number) {
                figure(number, number.exactly(), level).ifPresent(sum -> surroundings.expect(place, sum));
                figure(number, number.atMost(), level).ifPresent(most -> surroundings.cap(place, most));
            }
            if (field instanceof Field.Moment moment && moment.type() != MomentType.TIME) {
                surroundings.limit(
                        place,
                        new Surroundings.Window(
                                day(moment.earliest(), level, today.minusYears(YEARS_AROUND_TODAY)),
                                day(moment.latest(), level, today.plusYears(YEARS_AROUND_TODAY))));
            }
        }

        private Optional<BigDecimal> figure(Field field, @Nullable String expression, Level level) {
            Object value = expression == null ? null : feel.evaluate(expression, level.known());
            Object exact = value == null ? null : new Typing(new Violations()).typed(field, "", value);
            return exact instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
        }

        private LocalDate day(@Nullable String expression, Level level, LocalDate otherwise) {
            LocalDate day = expression == null ? null : MomentType.day(feel.evaluate(expression, level.known()));
            return day == null ? otherwise : day;
        }
    }
}
