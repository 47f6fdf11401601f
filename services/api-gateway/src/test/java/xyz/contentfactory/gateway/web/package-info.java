@NullMarked
package xyz.contentfactory.gateway.web;

import org.jspecify.annotations.NullMarked;
