package xyz.contentfactory.gateway.guard;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A request whose short body has been read and can be read again, or has been put in place by the
/// edge.
public final class BufferedRequest extends HttpServletRequestWrapper {
  private final byte[] body;
  private final @Nullable String contentType;

  private BufferedRequest(HttpServletRequest request, byte[] body, @Nullable String contentType) {
    super(request);
    this.body = body;
    this.contentType = contentType;
  }

  /// Reads the body to its end; the body limit applies.
  public static BufferedRequest of(HttpServletRequest request) throws IOException {
    return new BufferedRequest(
        request, request.getInputStream().readAllBytes(), request.getContentType());
  }

  /// The same request with another, JSON body.
  public static BufferedRequest withJson(HttpServletRequest request, byte[] body) {
    return new BufferedRequest(request, body.clone(), "application/json");
  }

  public byte[] body() {
    return body.clone();
  }

  @Override
  public @Nullable String getContentType() {
    return contentType;
  }

  @Override
  public @Nullable String getHeader(String name) {
    if ("content-type".equalsIgnoreCase(name)) {
      return contentType;
    }
    return "content-length".equalsIgnoreCase(name)
        ? Integer.toString(body.length)
        : super.getHeader(name);
  }

  @Override
  public java.util.Enumeration<String> getHeaders(String name) {
    if ("content-type".equalsIgnoreCase(name) || "content-length".equalsIgnoreCase(name)) {
      String value = getHeader(name);
      return value == null
          ? java.util.Collections.emptyEnumeration()
          : java.util.Collections.enumeration(java.util.List.of(value));
    }
    return super.getHeaders(name);
  }

  @Override
  public int getContentLength() {
    return body.length;
  }

  @Override
  public long getContentLengthLong() {
    return body.length;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Replay(new ByteArrayInputStream(body));
  }

  private static final class Replay extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Replay(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("the body is read blocking");
    }
  }
}
