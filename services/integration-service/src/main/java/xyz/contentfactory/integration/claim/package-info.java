/// The right to act: one owner at a time for an account, a login step, the cleaning.
@NullMarked
package xyz.contentfactory.integration.claim;

import org.jspecify.annotations.NullMarked;
