/// Acts in two requests: what the first one left for the second.
@NullMarked
package xyz.contentfactory.user.challenge;

import org.jspecify.annotations.NullMarked;
