/// Channels and groups that an account may see, with its rights.
@NullMarked
package xyz.contentfactory.integration.channel;

import org.jspecify.annotations.NullMarked;
