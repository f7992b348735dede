package org.accord.web;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Message bundles whose patterns are ICU's, since Russian counts in four forms. */
class IcuMessages extends ResourceBundleMessageSource {

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
        Object[] values = args == null ? new Object[0] : args;
        return pattern.indexOf('{') < 0 ? pattern : new MessageFormat(pattern, reader).format(values);
    }
}
