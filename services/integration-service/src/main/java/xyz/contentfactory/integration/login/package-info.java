/// Logging a number in, step by step; every step survives a restart.
@NullMarked
package xyz.contentfactory.integration.login;

import org.jspecify.annotations.NullMarked;
