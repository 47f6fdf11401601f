package xyz.contentfactory.telegram.client;

import xyz.contentfactory.telegram.tl.TlMethod;
import xyz.contentfactory.telegram.tl.method.updates.GetChannelDifference;
import xyz.contentfactory.telegram.tl.method.updates.GetDifference;
import xyz.contentfactory.telegram.tl.method.updates.GetState;
import xyz.contentfactory.telegram.tl.type.ChannelMessagesFilterEmpty;
import xyz.contentfactory.telegram.tl.type.PlainInputChannel;
import xyz.contentfactory.telegram.tl.type.updates.ChannelDifference;
import xyz.contentfactory.telegram.tl.type.updates.Difference;
import xyz.contentfactory.telegram.tl.type.updates.State;

/// A question by which an [UpdateEngine] learns what it has missed.
sealed interface DifferenceCall {
  TlMethod<?> method();

  /// Where the account stands now.
  record AskState() implements DifferenceCall {
    @Override
    public TlMethod<State> method() {
      return new GetState();
    }
  }

  /// What happened to the account since.
  record AskDifference(UpdateState since) implements DifferenceCall {
    @Override
    public TlMethod<Difference> method() {
      return GetDifference.builder()
          .pts(since.pts())
          .date(since.dateSeconds())
          .qts(since.qts())
          .build();
    }
  }

  /// What happened in a channel since.
  record AskChannelDifference(ChannelState since) implements DifferenceCall {
    private static final int LIMIT = 100;

    @Override
    public TlMethod<ChannelDifference> method() {
      return GetChannelDifference.builder()
          .channel(new PlainInputChannel(since.id(), since.accessHash()))
          .filter(new ChannelMessagesFilterEmpty())
          .pts(since.pts())
          .limit(LIMIT)
          .build();
    }
  }
}
