/** Files that belong to cases: in editions and languages, classified, kept outside the web root under their SHA-256. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "access",
            "search",
            "audit",
            "forms",
            "instance",
            "programme",
            "process",
            "tasks",
            "cases",
            "texts"
        })
@NullMarked
package org.accord.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
