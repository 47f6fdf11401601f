/// Where an account is logged in besides here.
@NullMarked
package xyz.contentfactory.integration.device;

import org.jspecify.annotations.NullMarked;
