@NullMarked
package xyz.contentfactory.integration.batch;

import org.jspecify.annotations.NullMarked;
