package org.accord.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Collects hostile files under ordinary names that begin with their kind. */
final class HostileList {

    private final List<HostileFile> files = new ArrayList<>();

    void add(String kind, String name, Supplier<byte[]> content) {
        files.add(new HostileFile(kind, kind.replace(' ', '-') + "-" + name, content));
    }

    /** Adds the sound package of the name's extension with one thing changed. */
    void addZip(String kind, String name, UnaryOperator<HostileZip> change) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        add(kind, name, () -> change.apply(HostileZip.of(extension)).toBytes());
    }

    List<HostileFile> toList() {
        return List.copyOf(files);
    }
}
