@NullMarked
package xyz.contentfactory.gateway.limit;

import org.jspecify.annotations.NullMarked;
