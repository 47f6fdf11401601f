package xyz.contentfactory.gateway.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;
import xyz.contentfactory.kit.problem.PayloadTooLarge;
import xyz.contentfactory.kit.problem.ProblemWriter;

/// No request body is read beyond the limit: a declared length is refused at once, an undeclared
/// one when the limit is passed.
public final class BodyLimit extends OncePerRequestFilter {
  private final long usualBytes;
  private final FileIntake files;
  private final ProblemWriter problems;

  public BodyLimit(long usualBytes, FileIntake files, ProblemWriter problems) {
    this.usualBytes = usualBytes;
    this.files = files;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long maxBytes = files.takes(request) ? files.maxBytes() : usualBytes;
    if (request.getContentLengthLong() > maxBytes) {
      problems.write(new PayloadTooLarge(maxBytes).problem(), response);
    } else {
      chain.doFilter(new Limited(request, maxBytes), response);
    }
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final long maxBytes;

    Limited(HttpServletRequest request, long maxBytes) {
      super(request);
      this.maxBytes = maxBytes;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counting(super.getInputStream(), maxBytes);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Counting extends ServletInputStream {
    private final ServletInputStream body;
    private final long maxBytes;
    private long read;

    Counting(ServletInputStream body, long maxBytes) {
      this.body = body;
      this.maxBytes = maxBytes;
    }

    private int count(int bytes) throws IOException {
      read += Math.max(0, bytes);
      if (read > maxBytes) {
        throw new PayloadTooLarge(maxBytes);
      }
      return bytes;
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return count(body.read(target, offset, length));
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
