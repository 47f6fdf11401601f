package xyz.contentfactory.telegram.sandbox.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.FormattedText;

/// `help.*`: what a client asks before it knows anything.
final class HelpMethods {

  private static final int CONFIG_SECONDS = (int) Duration.ofHours(1).toSeconds();
  private static final int TWO_DAYS_SECONDS = (int) Duration.ofDays(2).toSeconds();
  private static final int CAPTION_LENGTH = 1024;

  private HelpMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("help.getConfig", HelpMethods::config);
    methods.put("help.getNearestDc", HelpMethods::nearestDc);
    methods.put("help.getAppConfig", HelpMethods::appConfig);
  }

  private static TlValue nearestDc(Call call) {
    return TlValue.of("nearestDc", "country", "NL", "this_dc", call.dc(), "nearest_dc", call.dc());
  }

  private static TlValue appConfig(Call call) {
    TlValue config =
        TlValue.of(
            "jsonObject",
            "value",
            List.of(
                jsonNumber("test", 1),
                jsonNumber("caption_length_limit_default", CAPTION_LENGTH),
                jsonNumber("message_length_max", FormattedText.MAX_LENGTH)));
    // The method got a hash and its answer a type of its own in the same layer.
    return call.query().has("hash")
        ? TlValue.of("help.appConfig", "hash", 1, "config", config)
        : config;
  }

  private static TlValue jsonNumber(String key, double value) {
    return TlValue.of(
        "jsonObjectValue", "key", key, "value", TlValue.of("jsonNumber", "value", value));
  }

  private static TlValue config(Call call) {
    List<TlValue> options =
        call.addresses().stream()
            .map(a ->
                TlValue.of(
                    "dcOption",
                    "static",
                    true,
                    "id",
                    a.id(),
                    "ip_address",
                    a.host(),
                    "port",
                    a.port()))
            .toList();
    return TlValue.of(
        "config",
        "revoke_pm_inbox",
        true,
        "date",
        call.now(),
        "expires",
        call.now() + CONFIG_SECONDS,
        "test_mode",
        true,
        "this_dc",
        call.dc(),
        "dc_options",
        options,
        "dc_txt_domain_name",
        "",
        "chat_size_max",
        200,
        "megagroup_size_max",
        200_000,
        "forwarded_count_max",
        100,
        "online_update_period_ms",
        210_000,
        "offline_blur_timeout_ms",
        5_000,
        "offline_idle_timeout_ms",
        30_000,
        "online_cloud_timeout_ms",
        300_000,
        "notify_cloud_delay_ms",
        30_000,
        "notify_default_delay_ms",
        1_500,
        "push_chat_period_ms",
        60_000,
        "push_chat_limit",
        2,
        "saved_gifs_limit",
        200,
        "edit_time_limit",
        TWO_DAYS_SECONDS,
        "revoke_time_limit",
        Integer.MAX_VALUE,
        "revoke_pm_time_limit",
        Integer.MAX_VALUE,
        "rating_e_decay",
        2_419_200,
        "stickers_recent_limit",
        200,
        "stickers_faved_limit",
        5,
        "channels_read_media_period",
        604_800,
        "pinned_dialogs_count_max",
        5,
        "pinned_infolder_count_max",
        100,
        "call_receive_timeout_ms",
        20_000,
        "call_ring_timeout_ms",
        90_000,
        "call_connect_timeout_ms",
        30_000,
        "call_packet_timeout_ms",
        10_000,
        "me_url_prefix",
        "https://t.me/",
        "caption_length_max",
        CAPTION_LENGTH,
        "message_length_max",
        FormattedText.MAX_LENGTH,
        "webfile_dc_id",
        call.dc());
  }
}
