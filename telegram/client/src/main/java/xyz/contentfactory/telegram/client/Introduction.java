package xyz.contentfactory.telegram.client;

import xyz.contentfactory.telegram.tl.TlMethod;
import xyz.contentfactory.telegram.tl.TlSchema;
import xyz.contentfactory.telegram.tl.method.InitConnection;
import xyz.contentfactory.telegram.tl.method.InvokeWithLayer;

/// Tells Telegram which application calls and which layer it speaks, around a query.
record Introduction(AppCredentials app, DeviceNames device) {
  <R> TlMethod<R> wrap(TlMethod<R> query) {
    var introduced =
        InitConnection.<R>builder()
            .apiId(app.apiId())
            .deviceModel(device.deviceModel())
            .systemVersion(device.systemVersion())
            .appVersion(device.appVersion())
            .systemLangCode(device.languageCode())
            .langPack("")
            .langCode(device.languageCode())
            .query(query)
            .build();
    return new InvokeWithLayer<>(TlSchema.LAYER, introduced);
  }
}
