/** What States state, and what follows from it. */
@ApplicationModule(
        allowedDependencies = {"core", "access", "forms", "programme", "process", "tasks", "cases", "texts", "audit"})
@NullMarked
package org.accord.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
