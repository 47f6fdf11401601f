/// What stands before everything else.
@NullMarked
package xyz.contentfactory.gateway.guard;

import org.jspecify.annotations.NullMarked;
