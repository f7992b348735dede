/**
 * What the few expressions that models may contain can call. Public only because the expression language calls public
 * methods of public classes alone; nothing else may use it.
 */
@NullMarked
package org.accord.process.expression;

import org.jspecify.annotations.NullMarked;
