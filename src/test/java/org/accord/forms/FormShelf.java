package org.accord.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Keeps versions as the table does, for tests that are not about the table. */
class FormShelf extends FormStore {

    private final List<FormSource> versions = new ArrayList<>();

    FormShelf() {
        super(JdbcClient.create(new SimpleDriverDataSource()));
    }

    @Override
    int versionOf(FormSource source) {
        for (FormSource known : versions) {
            if (known.digest().equals(source.digest())) {
                return versions.indexOf(known) + 1;
            }
        }
        versions.add(source);
        return versions.size();
    }

    @Override
    Optional<FormSource> find(FormRef form) {
        boolean known = form.version() > 0 && form.version() <= versions.size();
        return Optional.ofNullable(known ? versions.get(form.version() - 1) : null)
                .filter(source -> source.key().equals(form.key()));
    }
}
