/// Measurements of the edge, which `./factory bench` runs; they are no tests and the build passes
/// them by.
@NullMarked
package xyz.contentfactory.gateway.bench;

import org.jspecify.annotations.NullMarked;
