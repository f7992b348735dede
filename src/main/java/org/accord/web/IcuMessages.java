package org.accord.web;

import com.ibm.icu.text.MessageFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Message bundles whose patterns are ICU's, since Russian counts in four forms. */
class IcuMessages extends ResourceBundleMessageSource {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    IcuMessages(String basename) {
        setBasename(basename);
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
    }

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] args, @Nullable Locale locale) {
        if (code == null) {
            return null;
        }
        Locale reader = locale == null ? Locale.ENGLISH : locale;
        String pattern = resolveCodeWithoutArguments(code, reader);
        if (pattern == null) {
            return null;
        }
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        Object[] values = args == null ? new Object[0] : args;
        Object[] readable =
                Stream.of(values).map(value -> readable(value, reader)).toArray();
        return new MessageFormat(pattern, reader).format(readable);
    }

    /** A text in the reader's language, a day in the reader's way of writing; anything else as it is. */
    private static Object readable(Object value, Locale reader) {
        if (value instanceof LocalText text) {
            return text.in(reader);
        }
        boolean day = value instanceof LocalDate
                || value instanceof String text && DAY.matcher(text).matches();
        if (!day) {
            return value;
        }
        try {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(LocalText.custom(reader))
                    .format(LocalDate.parse(value.toString()));
        } catch (DateTimeException e) {
            return value;
        }
    }
}
