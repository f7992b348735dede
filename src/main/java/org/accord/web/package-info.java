/** The shell around the pages: layout, words, errors. The pages themselves stand with their features. */
@ApplicationModule(allowedDependencies = {"core", "access", "instance", "programme"})
@NullMarked
package org.accord.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
