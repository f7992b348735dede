/** The append-only record: every event of every module, written in the transaction in which it happened. */
@ApplicationModule(allowedDependencies = {"core", "access"})
@NullMarked
package org.accord.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
