/** Cases: one process with its business record, its key, its page and its one timeline. */
@ApplicationModule(
        allowedDependencies = {"core", "access", "search", "forms", "programme", "process", "tasks", "audit"})
@NullMarked
package org.accord.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
