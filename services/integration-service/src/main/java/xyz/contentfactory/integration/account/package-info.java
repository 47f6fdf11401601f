/// Connected accounts: state, encrypted login, life until disconnected.
@NullMarked
package xyz.contentfactory.integration.account;

import org.jspecify.annotations.NullMarked;
