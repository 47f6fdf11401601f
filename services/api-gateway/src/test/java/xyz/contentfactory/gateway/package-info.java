@NullMarked
package xyz.contentfactory.gateway;

import org.jspecify.annotations.NullMarked;
