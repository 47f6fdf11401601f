@NullMarked
package xyz.contentfactory.integration.media;

import org.jspecify.annotations.NullMarked;
