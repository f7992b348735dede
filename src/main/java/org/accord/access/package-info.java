/** May this actor do this here? Rights come from grants; where grants come from is another module's business. */
@ApplicationModule(allowedDependencies = {"core"})
@NullMarked
package org.accord.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
