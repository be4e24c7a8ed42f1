package jp.toritsugi.door;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection on which no request gets finished is closed: one whose head does not come to an end, and one that is kept
 * though nothing comes. The framework knows only connections without a single byte (quarkus.http.idle-timeout), and closes
 * these also while we work; so this hangs on Netty's own extension point (META-INF/services), which is asked for by {@link
 * #PROPERTY}.
 */
public final class HeadsInTime extends ChannelInitializerExtension {
    /** To be set to {@code serviceload} before the first connection of the process. */
    public static final String PROPERTY = EXTENSIONS_SYSTEM_PROPERTY;

    /** Longer than proxies keep theirs (a minute): they would send into a closed one. */
    private static final Duration KEPT = Duration.ofSeconds(75);

    private static final AttributeKey<Watch> WATCH = AttributeKey.valueOf(HeadsInTime.class, "watch");
    private static volatile long head = Duration.ofSeconds(20).toNanos();

    static void within(Duration limit) {
        head = limit.toNanos();
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        Watch watch = new Watch();
        channel.attr(WATCH).set(watch);
        channel.pipeline().addFirst(watch);
    }

    /** The head of a request has come. */
    static void arrived(Channel channel) {
        Watch watch = channel.attr(WATCH).get();
        if (watch != null) {
            watch.working.incrementAndGet();
            watch.begun = 0;
        }
    }

    static void answered(Channel channel) {
        Watch watch = channel.attr(WATCH).get();
        if (watch != null) {
            watch.working.decrementAndGet();
            watch.begun = 0;
            watch.idleSince = System.nanoTime();
        }
    }

    /** Of one connection; only its own thread reads and writes here, but for what {@code answered} tells. */
    private static final class Watch extends ChannelInboundHandlerAdapter {
        private final AtomicInteger working = new AtomicInteger();
        private volatile long begun = System.nanoTime();
        private volatile long idleSince = System.nanoTime();

        @Override
        public void channelActive(ChannelHandlerContext context) {
            look(context);
            context.fireChannelActive();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (working.get() <= 0 && begun == 0) {
                begun = System.nanoTime();
            }
            context.fireChannelRead(bytes);
        }

        private void look(ChannelHandlerContext context) {
            long now = System.nanoTime();
            boolean late = working.get() <= 0
                    && (begun != 0 && now - begun > head || begun == 0 && now - idleSince > KEPT.toNanos());
            if (late) {
                context.close();
            } else if (context.channel().isActive()) {
                context.executor().schedule(() -> look(context), head / 4, TimeUnit.NANOSECONDS);
            }
        }
    }
}
