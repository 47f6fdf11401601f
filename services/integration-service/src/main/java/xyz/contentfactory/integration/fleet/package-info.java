/// The running side: one owner process and one actor for every connected account.
@NullMarked
package xyz.contentfactory.integration.fleet;

import org.jspecify.annotations.NullMarked;
