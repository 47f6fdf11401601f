/// Twins: they break a rule on purpose.
@NullMarked
package xyz.contentfactory.checks.twins.telegram.sandbox;

import org.jspecify.annotations.NullMarked;
