/// What every request and response passes: size, headers, the container's own errors.
@NullMarked
package xyz.contentfactory.gateway.guard;

import org.jspecify.annotations.NullMarked;
