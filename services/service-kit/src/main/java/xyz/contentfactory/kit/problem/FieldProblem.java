package xyz.contentfactory.kit.problem;

/// What is wrong with one field of the input. `field` is the JSON path (`entities[0].offset`), a
/// parameter or a header; `code` is stable (`required`, `unknown`, `wrong-type`, `size`, …).
public record FieldProblem(String field, String message, String code) {}
