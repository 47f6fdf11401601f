package xyz.contentfactory.telegram.sandbox.world;

/// What a change did that others must hear of, once it is committed.
public sealed interface Outcome {

  record LetterCame(Letter letter) implements Outcome {}

  record PostStands(Post post) implements Outcome {}
}
