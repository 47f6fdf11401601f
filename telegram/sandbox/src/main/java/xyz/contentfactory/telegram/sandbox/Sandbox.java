package xyz.contentfactory.telegram.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.sandbox.dc.DataCentres;
import xyz.contentfactory.telegram.sandbox.schema.Codec;
import xyz.contentfactory.telegram.sandbox.schema.LayeredSchema;
import xyz.contentfactory.telegram.sandbox.web.Changes;
import xyz.contentfactory.telegram.sandbox.web.WebSide;
import xyz.contentfactory.telegram.sandbox.world.World;
import xyz.contentfactory.telegram.sandbox.world.WorldStore;

/// A running Telegram of its own: three data centres and a page. Everything it ever answered is on
/// the disk before the answer goes out.
public final class Sandbox implements AutoCloseable {

  private final World world;
  private final DataCentres dataCentres;
  private final WebSide web;

  private Sandbox(World world, DataCentres dataCentres, WebSide web) {
    this.world = world;
    this.dataCentres = dataCentres;
    this.web = web;
  }

  /// Starts it.
  ///
  /// @throws CannotStart with a sentence for people, when a port or the folder is taken
  public static Sandbox start(SandboxSettings settings) {
    Entropy entropy = Entropy.secure();
    World world = open(settings, entropy);
    try {
      return open(settings, entropy, world);
    } catch (DataCentres.PortTaken e) {
      world.close();
      throw new CannotStart(e);
    } catch (RuntimeException e) {
      world.close();
      throw e;
    }
  }

  private static World open(SandboxSettings settings, Entropy entropy) {
    Path folder = settings.folder();
    try {
      Files.createDirectories(folder);
      return World.open(folder, settings.filesBytes(), settings.clock(), entropy);
    } catch (IOException e) {
      throw new CannotStart("The data folder %s cannot be made".formatted(folder), e);
    } catch (WorldStore.InUse e) {
      throw new CannotStart(e);
    }
  }

  private static Sandbox open(SandboxSettings settings, Entropy entropy, World world) {
    Changes changes = new Changes();
    int http = settings.httpPort();
    DataCentres dataCentres =
        DataCentres.open(
            world,
            new Codec(LayeredSchema.shipped()),
            entropy,
            settings.bind(),
            http == 0 ? 0 : http + 1,
            _ -> changes.mark());
    try {
      WebSide web = WebSide.open(world, dataCentres, changes, settings.bind(), http);
      return new Sandbox(world, dataCentres, web);
    } catch (UncheckedIOException e) {
      dataCentres.close();
      throw new DataCentres.PortTaken(http, Objects.requireNonNull(e.getCause()));
    }
  }

  /// Where the description and the phone page are.
  public URI address() {
    return web.address();
  }

  @Override
  public void close() {
    web.close();
    dataCentres.close();
    world.close();
  }

  /// Why a sandbox does not start, in one sentence.
  public static final class CannotStart extends RuntimeException {

    CannotStart(RuntimeException cause) {
      super(cause.getMessage(), cause);
    }

    CannotStart(String message, Exception cause) {
      super(message, cause);
    }
  }
}
