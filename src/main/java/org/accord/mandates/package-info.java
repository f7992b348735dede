/** Who may do what: posts, their mandates, and the changes of both, which one person proposes and another confirms. */
@ApplicationModule(allowedDependencies = {"core", "access", "programme", "identity"})
@NullMarked
package org.accord.mandates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
