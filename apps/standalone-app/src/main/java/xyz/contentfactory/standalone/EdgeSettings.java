package xyz.contentfactory.standalone;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How this program is reached.
///
/// @param publicUrl null for localhost and the port
/// @param trustedProxies addresses and networks, checked
/// @param debug whether the pages over the API document are there
record EdgeSettings(@Nullable URI publicUrl, List<String> trustedProxies, boolean debug) {}
