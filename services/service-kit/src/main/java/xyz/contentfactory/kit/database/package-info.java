/// One schema, one role, one small pool, one migration history for each service.
@NullMarked
package xyz.contentfactory.kit.database;

import org.jspecify.annotations.NullMarked;
