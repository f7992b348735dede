package org.accord.documents;

import java.util.List;
import java.util.stream.Stream;

/** Every hostile upload of the tests. */
final class HostileFiles {

    private HostileFiles() {}

    static List<HostileFile> all() {
        return Stream.of(
                        HostileBombs.all(),
                        HostileArchives.all(),
                        HostilePackages.all(),
                        HostileXml.all(),
                        HostileImages.all(),
                        HostilePdfs.all(),
                        HostilePolyglots.all(),
                        HostileNames.all())
                .flatMap(List::stream)
                .toList();
    }
}
