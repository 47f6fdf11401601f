@NullMarked
package xyz.contentfactory.integration.network;

import org.jspecify.annotations.NullMarked;
