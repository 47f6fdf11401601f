@NullMarked
package xyz.contentfactory.gateway.session;

import org.jspecify.annotations.NullMarked;
