/// The proxy of an account: tested, kept sealed, and gone through or not at all.
@NullMarked
package xyz.contentfactory.integration.proxy;

import org.jspecify.annotations.NullMarked;
