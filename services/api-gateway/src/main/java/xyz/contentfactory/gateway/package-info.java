/// The edge: the only door, in front of the services or in one process with them.
@NullMarked
package xyz.contentfactory.gateway;

import org.jspecify.annotations.NullMarked;
