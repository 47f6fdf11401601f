/// Bots: accounts that a token connects.
@NullMarked
package xyz.contentfactory.integration.bot;

import org.jspecify.annotations.NullMarked;
