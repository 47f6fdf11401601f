package xyz.contentfactory.telegram.sandbox.web;

/// An answer that says what was wrong: a problem document with a stable code.
final class HttpProblem extends RuntimeException {

  private final int status;
  private final String code;

  HttpProblem(int status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  static HttpProblem invalid(String detail) {
    return new HttpProblem(400, "invalid-input", detail);
  }

  static HttpProblem notFound(String detail) {
    return new HttpProblem(404, "not-found", detail);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
