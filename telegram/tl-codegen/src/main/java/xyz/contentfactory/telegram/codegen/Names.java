package xyz.contentfactory.telegram.codegen;

import java.util.Set;

/// How TL names become Java names.
final class Names {
  /// Words that Java forbids as record components, and the members that every record here has.
  private static final Set<String> TAKEN =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do double"
                  + " else enum extends final finally float for goto if implements import instanceof"
                  + " int interface long native new package private protected public return short"
                  + " static strictfp super switch synchronized this throw throws transient try void"
                  + " volatile while true false null _ clone finalize getClass hashCode notify"
                  + " notifyAll toString wait constructorId write toBytes builder readReply")
              .split(" "));

  private Names() {}

  /// `messages.sendMessage` and `req_pq_multi` become `SendMessage` and `ReqPqMulti`.
  static String pascal(String tlName) {
    String local = tlName.substring(tlName.lastIndexOf('.') + 1);
    StringBuilder name = new StringBuilder();
    for (String word : local.split("_", -1)) {
      name.append(capitalized(word));
    }
    return name.toString();
  }

  /// `access_hash` becomes `accessHash`; a word that Java keeps for itself gets a trailing `_`.
  static String camel(String fieldName) {
    String pascal = pascal(fieldName);
    String name = Character.toLowerCase(pascal.charAt(0)) + pascal.substring(1);
    return TAKEN.contains(name) ? name + "_" : name;
  }

  private static String capitalized(String word) {
    return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
