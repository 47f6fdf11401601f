/// Strict JSON, argument resolvers and the OpenAPI basics shared by all services.
@NullMarked
package xyz.contentfactory.kit.web;

import org.jspecify.annotations.NullMarked;
