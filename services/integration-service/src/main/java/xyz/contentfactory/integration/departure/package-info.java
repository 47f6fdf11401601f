/// What becomes of the things of a member who was deleted.
@NullMarked
package xyz.contentfactory.integration.departure;

import org.jspecify.annotations.NullMarked;
