package dev.jeton.spring;

import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;

import reactor.core.publisher.Flux;

import java.io.IOException;
import java.util.List;

/** Jeton's view of a reactive request, and the handler's: its body can be read from the start after Jeton has looked at it. */
final class FluxRequest extends ServerHttpRequestDecorator implements WebRequest {
    private final FluxBody body;

    FluxRequest(ServerHttpRequest request, FluxBody body) {
        super(request);
        this.body = body;
    }

    @Override
    public String method() {
        return getMethod().name();
    }

    @Override
    public String path() {
        return getURI().getRawPath();
    }

    @Override
    public List<String> headers(String name) {
        return getHeaders().getOrEmpty(name);
    }

    @Override
    public @Nullable String rawQuery() {
        return getURI().getRawQuery();
    }

    /** What has been read beforehand. */
    @Override
    public byte @Nullable [] body(int limit) throws IOException {
        byte[] whole = body.whole();
        return whole == null || whole.length > limit ? null : whole;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return body;
    }
}
