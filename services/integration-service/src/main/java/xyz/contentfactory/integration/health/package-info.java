/// How this service is, for an admin.
@NullMarked
package xyz.contentfactory.integration.health;

import org.jspecify.annotations.NullMarked;
