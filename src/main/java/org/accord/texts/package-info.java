/** The texts of cases: versions in every language, release, lock, adoption, comparison. */
@ApplicationModule(allowedDependencies = {"core", "access", "forms", "programme", "process", "tasks", "cases"})
@NullMarked
package org.accord.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
