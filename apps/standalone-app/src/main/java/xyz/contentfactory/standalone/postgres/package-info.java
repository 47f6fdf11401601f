/// The all-in-one's own PostgreSQL: unpacked, made, started and stopped beside the process, durable
/// and reachable from this machine only.
@NullMarked
package xyz.contentfactory.standalone.postgres;

import org.jspecify.annotations.NullMarked;
