package org.polydesk.adapter.rest.shared;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.EOFException;
import java.util.concurrent.TimeUnit;

/**
 * Stands between the HTTP decoder and the framework, one for each connection: gives every path the
 * form in which it is declared, refuses targets that make no sense, and sees to it that a client
 * gets to read the answer although he is still sending what cannot be decoded, or has stopped
 * sending half way.
 */
final class EdgeChannelHandler extends ChannelDuplexHandler {
  /** What is served for certain; the decoder's own limit is higher, so that the path is known. */
  static final int MAX_REQUEST_LINE = 16 * 1024;

  private static final int LINGER_SECONDS = 2;

  private final Dialects dialects;
  private boolean undecodable;
  private boolean lingering;
  private boolean bodyIsComing;
  private boolean clientHasFinished;
  private int unanswered;

  EdgeChannelHandler(Dialects dialects) {
    this.dialects = dialects;
  }

  /** Without this a client that stops sending would be cut off without an answer. */
  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    if (context.pipeline().get(SslHandler.class) == null) {
      context.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (lingering) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest request) {
      if (request.decoderResult().isSuccess()) {
        prepare(request);
      }
      undecodable = request.decoderResult().isFailure();
      bodyIsComing = !undecodable;
      unanswered++;
    }
    if (message instanceof HttpContent content && bodyIsComing) {
      if (content.decoderResult().isFailure()) {
        ReferenceCountUtil.release(message);
        breakOff(context, "the chunks make no sense");
        return;
      }
      bodyIsComing = !(message instanceof LastHttpContent);
    }
    context.fireChannelRead(message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      clientHasFinished = true;
      if (unanswered == 0 || lingering) {
        context.close();
      } else if (bodyIsComing) {
        breakOff(context, "the client has stopped sending");
      }
    }
    context.fireUserEventTriggered(event);
  }

  /** Whoever reads the body is told that it ends here; after the answer nothing more can come. */
  private void breakOff(ChannelHandlerContext context, String reason) {
    bodyIsComing = false;
    undecodable = true;
    clientHasFinished = true;
    context.fireExceptionCaught(new EOFException(reason));
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    ChannelPromise written = promise;
    // An interim answer, such as 100 Continue, is not the answer.
    boolean isInterim =
        message instanceof HttpResponse response
            && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    if (message instanceof LastHttpContent && !isInterim) {
      unanswered--;
      if (clientHasFinished && unanswered == 0) {
        written = promise.unvoid().addListener(ChannelFutureListener.CLOSE);
      }
    }
    context.write(message, written);
  }

  /** Closing with unread bytes resets the connection and takes the answer with it. */
  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    boolean canLinger =
        undecodable
            && !lingering
            && context.channel() instanceof DuplexChannel channel
            && channel.isActive()
            && context.pipeline().get(SslHandler.class) == null;
    if (!canLinger) {
      context.close(promise);
      return;
    }
    lingering = true;
    ((DuplexChannel) context.channel()).shutdownOutput();
    context.channel().config().setAutoRead(true);
    context.executor().schedule(() -> context.close(promise), LINGER_SECONDS, TimeUnit.SECONDS);
  }

  private void prepare(HttpRequest request) {
    String target = request.uri();
    if (target.length() > MAX_REQUEST_LINE) {
      refuse(request, new TooLongHttpLineException("request line too long"));
      return;
    }
    try {
      String readable = RequestTargets.readable(target);
      int question = readable.indexOf('?');
      String path = question < 0 ? readable : readable.substring(0, question);
      String query = question < 0 ? "" : readable.substring(question + 1);
      RequestHead head = new RequestHead(path, query, request.headers()::get);
      String canonical = dialects.of(head).canonicalPath(head);
      if (!canonical.equals(path)) {
        readable = question < 0 ? canonical : canonical + readable.substring(question);
      }
      if (!readable.equals(target)) {
        request.setUri(readable);
      }
    } catch (RequestTargets.MalformedTargetException e) {
      refuse(request, e);
    }
  }

  /** The path stays readable, for it says in whose words the request is refused. */
  private static void refuse(HttpRequest request, Exception reason) {
    request.setUri(RequestTargets.harmless(request.uri()));
    request.setDecoderResult(DecoderResult.failure(reason));
  }
}
