package xyz.contentfactory.gateway.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// What Tomcat refuses before any filter sees it (a broken address or header) is a problem document
/// too. Needs nothing of the application, which such a request never reached.
public final class ContainerErrors extends ErrorReportValve {
  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    if (status == 501 || status == 505) {
      // an unknown transfer encoding or HTTP version: the client's fault, whatever the number says
      status = 400;
      response.setStatus(status);
    }
    boolean ours = status >= 500;
    String code = ours ? "internal" : "invalid-input";
    String text = ours ? "Something went wrong on our side." : "The request is not valid.";
    String body =
        """
        {"type":"urn:content-factory:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s"}\
        """
            .formatted(code, text, status, text, code);
    try {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      response.setContentType("application/problem+json");
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      // the client has gone, or an answer is on its way already: nothing to add
    }
  }
}
