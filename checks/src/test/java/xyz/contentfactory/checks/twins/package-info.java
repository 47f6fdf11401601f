/// Twins: they break a rule on purpose.
@NullMarked
package xyz.contentfactory.checks.twins;

import org.jspecify.annotations.NullMarked;
