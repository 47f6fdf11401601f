package xyz.contentfactory.telegram.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Called by the build: `<folder with api.tl and mtproto.tl> <output folder> <base package>`.
public final class CodegenMain {
  private CodegenMain() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("usage: <schema folder> <output folder> <package>");
    }
    Path schemas = Path.of(arguments[0]);
    String base = arguments[2];
    Model api =
        model(
            schemas.resolve("api.tl"),
            new Model.Layout(base, base + ".type", base + ".method", "ApiRegistry"));
    Model mtproto =
        model(
            schemas.resolve("mtproto.tl"),
            new Model.Layout(base, base + ".mt", base + ".mt", "MtRegistry"));
    Map<String, String> files = new HashMap<>(SchemaSources.of(api));
    files.putAll(SchemaSources.layer(api));
    files.putAll(SchemaSources.of(mtproto));
    int changes = new SourceTree(Path.of(arguments[1])).replaceWith(files);
    System.out.println("TL layer " + api.schema().layer() + ": " + changes + " files changed");
  }

  private static Model model(Path schema, Model.Layout layout) throws IOException {
    return new Model(Schema.parse(Files.readString(schema)), layout);
  }
}
