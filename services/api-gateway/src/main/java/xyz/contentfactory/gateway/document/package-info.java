/// What the API document says of the edge.
@NullMarked
package xyz.contentfactory.gateway.document;

import org.jspecify.annotations.NullMarked;
