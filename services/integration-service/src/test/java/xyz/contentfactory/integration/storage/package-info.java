@NullMarked
package xyz.contentfactory.integration.storage;

import org.jspecify.annotations.NullMarked;
