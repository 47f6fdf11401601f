@NullMarked
package xyz.contentfactory.integration.support;

import org.jspecify.annotations.NullMarked;
