/// Twins: they break a rule on purpose.
@NullMarked
package xyz.contentfactory.checks.twins.kit.two;

import org.jspecify.annotations.NullMarked;
