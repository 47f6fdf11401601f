/// Twins: they break a rule on purpose.
@NullMarked
package xyz.contentfactory.checks.twins.user;

import org.jspecify.annotations.NullMarked;
