/// Many numbers connected side by side: a list of rows, begun at a pace, each with a login of its
/// own.
@NullMarked
package xyz.contentfactory.integration.batch;

import org.jspecify.annotations.NullMarked;
