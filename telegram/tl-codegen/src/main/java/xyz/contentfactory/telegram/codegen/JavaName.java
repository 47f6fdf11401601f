package xyz.contentfactory.telegram.codegen;

/// A generated class.
record JavaName(String packageName, String simpleName) {

  String qualified() {
    return packageName + "." + simpleName;
  }

  /// As it is written in a source file of `inPackage`.
  String seenFrom(String inPackage) {
    return packageName.equals(inPackage) ? simpleName : qualified();
  }

  String path() {
    return qualified().replace('.', '/') + ".java";
  }
}
