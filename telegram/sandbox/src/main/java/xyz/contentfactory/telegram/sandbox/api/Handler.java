package xyz.contentfactory.telegram.sandbox.api;

/// Answers one method: a `TlValue`, a `Boolean` for `Bool`, or a list for a vector.
@FunctionalInterface
interface Handler {
  Object answer(Call call);
}
