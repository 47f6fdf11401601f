/// Deliveries: one post to one channel, made exactly once.
@NullMarked
package xyz.contentfactory.integration.delivery;

import org.jspecify.annotations.NullMarked;
