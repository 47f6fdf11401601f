package xyz.contentfactory.kit.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The published form of a module's codes, one line each, for its golden file.
public final class ProblemTable {
  private ProblemTable() {}

  public static String of(ProblemCode... codes) {
    return Arrays.stream(codes)
        .map(code -> code.status().value() + " " + code.code() + " - " + code.title() + "\n")
        .sorted()
        .collect(Collectors.joining());
  }
}
