package xyz.contentfactory.telegram.codegen;

/// The schema text cannot be read, or cannot become Java.
final class SchemaException extends RuntimeException {
  SchemaException(String message) {
    super(message);
  }
}
