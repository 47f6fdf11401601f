package xyz.contentfactory.telegram.client;

import java.util.List;
import xyz.contentfactory.telegram.tl.type.Chat;
import xyz.contentfactory.telegram.tl.type.Update;
import xyz.contentfactory.telegram.tl.type.User;

/// Updates that take one place in a counter: nothing came between them.
///
/// @param end what the counter shows after them
/// @param count by how much they move it; 0 for what is true at that point without moving it
/// @param dateSeconds Telegram's time of them, where that belongs to the counter; else 0
/// @param company whom they speak of, shared by everything that came together
record UpdateNews(List<Update> updates, int end, int count, int dateSeconds, Company company) {

  /// Chats and people that came along with updates.
  record Company(List<Chat> chats, List<User> users) {
    static final Company NONE = new Company(List.of(), List.of());
  }

  UpdateNews(List<Update> updates, int end, int count, Company company) {
    this(updates, end, count, 0, company);
  }

  /// What is handed on without a counter.
  static UpdateNews free(List<Update> updates, Company company) {
    return new UpdateNews(updates, 0, 0, company);
  }

  int start() {
    return end - count;
  }
}
