package xyz.contentfactory.telegram.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.AesCtr;
import xyz.contentfactory.telegram.crypto.Obfuscation;
import xyz.contentfactory.telegram.net.proxy.MtProxySecret;

/// An MTProxy: takes the secret's layer off, puts a plain one on, and goes to the data centre that
/// the header names. Whoever does not know the secret is left without an answer.
record MtProxyDoor(MtProxySecret secret, IntFunction<DcAddress> dcs) implements TestProxy.Door {
  private static final int PADDED = 0xdddddddd;
  private static final int INTERMEDIATE = 0xeeeeeeee;
  private static final int ABRIDGED = 0xefefefef;

  /// Answers nothing to those who do not know the secret: reads on, as the real ones do.
  static TestProxy.@Nullable Way silence(InputStream in) throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
    return null;
  }

  @Override
  public TestProxy.@Nullable Way enter(InputStream in, OutputStream out, List<String> destinations)
      throws IOException {
    var client = Obfuscation.read(in.readNBytes(Obfuscation.HEADER), secret.key());
    if (!speaks(client.tag())) {
      return silence(in);
    }
    destinations.add("DC " + client.dc());
    var dc = dcs.apply(client.dc());
    var server = Obfuscation.begin(client.tag(), client.dc(), TestDc.ENTROPY);
    var target = new Socket(dc.host(), dc.port());
    target.getOutputStream().write(server.header());
    return new TestProxy.Way(
        target,
        bytes -> recoded(bytes, client.fromClient(), server.fromClient()),
        bytes -> recoded(bytes, server.fromServer(), client.fromServer()));
  }

  private boolean speaks(int tag) {
    return secret.kind() == MtProxySecret.Kind.PLAIN
        ? tag == PADDED || tag == INTERMEDIATE || tag == ABRIDGED
        : tag == PADDED;
  }

  private static byte[] recoded(byte[] bytes, AesCtr from, AesCtr to) {
    return to.apply(from.apply(bytes));
  }
}
