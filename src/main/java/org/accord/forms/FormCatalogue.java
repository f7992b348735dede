package org.accord.forms;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.accord.core.Refused;
import org.springframework.stereotype.Component;

/** The forms in use, read when Accord starts, and the older versions that open tasks still have. */
@Component
class FormCatalogue {

    private final FormStore store;
    private final Map<String, FormRef> current = new TreeMap<>();
    private final Map<FormRef, FormDefinition> read = new ConcurrentHashMap<>();

    FormCatalogue(FormStore store, FormsProperties properties, Options options, Feel feel) {
        this.store = store;
        for (FormDefinition form : new FormFiles(properties.languages()).read(properties.location(), options, feel)) {
            FormRef ref = new FormRef(form.key(), store.versionOf(form.source()));
            current.put(form.key(), ref);
            read.put(ref, form);
        }
    }

    Set<String> keys() {
        return Collections.unmodifiableSet(current.keySet());
    }

    FormRef current(String key) {
        FormRef ref = current.get(key);
        if (ref == null) {
            throw Refused.notFound("noSuchForm", key);
        }
        return ref;
    }

    FormDefinition definition(FormRef ref) {
        return read.computeIfAbsent(ref, this::stored);
    }

    private FormDefinition stored(FormRef ref) {
        FormSource source = store.find(ref).orElseThrow(() -> Refused.notFound("noSuchForm", Shown.of(ref.key())));
        FormDefinition form =
                FormSchemaParser.parse(source, source.translations().keySet()).form();
        if (form == null) {
            throw new IllegalStateException("the stored form " + ref + " is no JSON object");
        }
        return form;
    }
}
