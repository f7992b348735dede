/** Who stands in for whom while somebody is away, and who follows whom on a post. */
@ApplicationModule(allowedDependencies = {"core", "access", "programme", "process"})
@NullMarked
package org.accord.substitutions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
