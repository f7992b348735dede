/** Accounts, sign-in and API tokens. Who somebody is; what they may do is {@code access}' business. */
@ApplicationModule(allowedDependencies = {"core", "access", "instance", "programme"})
@NullMarked
package org.accord.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
