package org.accord.forms;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/** Writes answers for inputs and for reading. Yes and no are left to the page, as {@code true} and {@code false}. */
final class Wording {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int LONGEST_SCALE = 60;

    private final Locale locale;

    Wording(Locale locale) {
        this.locale = locale;
    }

    static List<String> inputs(Field field, @Nullable Object value) {
        if (value instanceof List<?> several) {
            return several.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        if (value == null || value instanceof Map) {
            return List.of();
        }
        if (field instanceof Field.Moment moment && moment.type().parse(value) instanceof OffsetDateTime withOffset) {
            return List.of(withOffset.toLocalDateTime().toString());
        }
        return List.of(plain(value));
    }

    private static String plain(Object value) {
        boolean writable = value instanceof BigDecimal number && Math.abs((long) number.scale()) < LONGEST_SCALE;
        return writable ? ((BigDecimal) value).toPlainString() : value.toString();
    }

    List<String> answer(Field field, @Nullable Object value) {
        if (value == null || Characters.isBlank(value) && !(value instanceof Boolean)) {
            return List.of();
        }
        if (field instanceof Field.Moment moment) {
            Temporal time = moment.type().parse(value);
            return time == null ? inputs(field, value) : List.of(moment(time));
        }
        if (field instanceof Field.Decimal && value instanceof Number number) {
            NumberFormat format = NumberFormat.getInstance(locale);
            format.setMaximumFractionDigits(LONGEST_SCALE);
            return List.of(format.format(number));
        }
        return inputs(field, value);
    }

    private String moment(Temporal time) {
        if (time instanceof LocalTime clock) {
            return CLOCK.format(clock);
        }
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(LocalText.custom(locale))
                .format(LocalDate.from(time));
        if (time instanceof LocalDate) {
            return day;
        }
        String offset = time instanceof OffsetDateTime with ? " UTC" + offset(with) : "";
        return day + ", " + CLOCK.format(time instanceof LocalDateTime ? time : LocalTime.from(time)) + offset;
    }

    private static String offset(OffsetDateTime time) {
        return time.getOffset().getTotalSeconds() == 0 ? "" : time.getOffset().getId();
    }

    /** The paragraphs of a text whose only markup is the empty line and the heading sign. */
    static List<String> paragraphs(String text) {
        return Stream.of(text.split("\\R\\s*\\R"))
                .map(paragraph -> paragraph.replaceFirst("^\\s*#{1,6}\\s+", "").strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
