package xyz.contentfactory.telegram.mtproto.session;

/// Sequence numbers of one writer: twice the content-related messages before, plus one if the
/// message is content-related itself (wants an acknowledgement).
final class SeqNos {
  private int contentRelated;

  int next(boolean content) {
    return content ? 2 * contentRelated++ + 1 : 2 * contentRelated;
  }

  static boolean wantsAck(int seqNo) {
    return (seqNo & 1) != 0;
  }
}
