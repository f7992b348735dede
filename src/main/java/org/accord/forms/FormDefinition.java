package org.accord.forms;

import java.util.List;

record FormDefinition(FormSource source, List<Field> fields) {

    FormDefinition {
        fields = List.copyOf(fields);
    }

    String key() {
        return source.key();
    }
}
