package org.pengjiang.kit.log.stream;

import io.netty.channel.ChannelFuture;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** Writes on the event loop of the connection: a stream that waits costs no thread. */
record HttpOutput(HttpServerRequest request, Context context) implements StreamOutput {
    @Override
    public void run(Runnable action) {
        context.runOnContext(now -> action.run());
    }

    @Override
    public boolean isFull() {
        return request.response().writeQueueFull();
    }

    @Override
    public void onDrain(Runnable action) {
        request.response().drainHandler(now -> action.run());
    }

    @Override
    public void write(byte[] frame) {
        // one that fails finds the connection closed, and the end of the request says so
        request.response().write(Buffer.buffer(frame));
    }

    @Override
    public void end() {
        HttpServerResponse response = request.response();
        if (!response.ended()) {
            response.end();
        }
    }

    /** What Vert.x closes itself sends first what waits, and a caller who does not read lets it wait for ever: so past its handler. */
    @Override
    public void reset() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            ChannelFuture unused = ((ConnectionBase) request.connection())
                    .channelHandlerContext()
                    .close();
        }
    }
}
