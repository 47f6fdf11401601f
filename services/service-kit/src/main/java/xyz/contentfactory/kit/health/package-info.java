/// Liveness and readiness, answered without a session.
@NullMarked
package xyz.contentfactory.kit.health;

import org.jspecify.annotations.NullMarked;
