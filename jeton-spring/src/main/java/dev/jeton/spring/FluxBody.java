package dev.jeton.spring;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

import java.io.ByteArrayOutputStream;

/** A body that can be looked at, without waiting, before its handler reads it; by one subscriber at a time. */
final class FluxBody extends Flux<DataBuffer> {
    private final Flux<DataBuffer> source;
    private final DataBufferFactory buffers;
    private final Reader reader = new Reader();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private boolean peeked;

    FluxBody(Flux<DataBuffer> source, DataBufferFactory buffers) {
        this.source = source;
        this.buffers = buffers;
    }

    /** Reads until the body ends, fails, or is longer than this, and is done then, whichever it was. */
    Mono<Void> peek(int limit) {
        return Mono.create(sink -> {
            boolean first = !peeked;
            peeked = true;
            reader.look(limit, sink);
            if (first) {
                source.subscribe(reader);
            }
        });
    }

    /** The body where all of it has been looked at, else null. */
    byte @Nullable [] whole() {
        return reader.isWhole() ? head.toByteArray() : null;
    }

    /** The body from its first byte on. */
    @Override
    public void subscribe(CoreSubscriber<? super DataBuffer> subscriber) {
        if (!peeked) {
            source.subscribe(subscriber);
            return;
        }
        Mono<DataBuffer> start = Mono.justOrEmpty(head)
                .filter(bytes -> bytes.size() > 0)
                .map(bytes -> buffers.wrap(bytes.toByteArray()));
        Flux<DataBuffer> all = reader.isWhole() ? start.flux() : start.concatWith(new Rest());
        all.subscribe(subscriber);
    }

    /** What was not looked at. */
    private final class Rest extends Flux<DataBuffer> {
        @Override
        public void subscribe(CoreSubscriber<? super DataBuffer> next) {
            reader.readOn(next);
        }
    }

    /** Reads buffer by buffer: first for the one who looks, then for the one who reads on. */
    private final class Reader extends BaseSubscriber<DataBuffer> {
        private int limit;
        private boolean ended;
        private @Nullable Throwable failure;
        private @Nullable MonoSink<Void> looking;
        private @Nullable CoreSubscriber<? super DataBuffer> readingOn;

        synchronized boolean isWhole() {
            return ended && failure == null && readingOn == null;
        }

        void look(int most, MonoSink<Void> sink) {
            synchronized (this) {
                limit = most;
                looking = sink;
            }
            lookOn();
        }

        private void lookOn() {
            MonoSink<Void> done = null;
            synchronized (this) {
                if (ended || head.size() > limit) {
                    done = looking;
                    looking = null;
                }
            }
            if (done != null) {
                done.success();
            } else if (looking != null) {
                request(1);
            }
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(1);
        }

        @Override
        protected void hookOnNext(DataBuffer buffer) {
            CoreSubscriber<? super DataBuffer> next = readingOn;
            if (next != null) {
                next.onNext(buffer);
                return;
            }
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            head.writeBytes(bytes);
            lookOn();
        }

        @Override
        protected void hookOnComplete() {
            end(null);
        }

        @Override
        protected void hookOnError(Throwable cause) {
            end(cause);
        }

        private void end(@Nullable Throwable cause) {
            CoreSubscriber<? super DataBuffer> next;
            synchronized (this) {
                ended = true;
                failure = cause;
                next = readingOn;
            }
            if (next == null) {
                lookOn();
            } else {
                tell(next);
            }
        }

        private void tell(CoreSubscriber<? super DataBuffer> next) {
            if (failure == null) {
                next.onComplete();
            } else {
                next.onError(failure);
            }
        }

        /** Hands over what is left. Nothing was asked for, so nothing comes before the subscription; but the end may. */
        void readOn(CoreSubscriber<? super DataBuffer> next) {
            boolean over;
            synchronized (this) {
                over = ended;
                readingOn = next;
                next.onSubscribe(new Subscription() {
                    @Override
                    public void request(long n) {
                        Reader.this.request(n);
                    }

                    @Override
                    public void cancel() {
                        Reader.this.cancel();
                    }
                });
            }
            if (over) {
                tell(next);
            }
        }
    }
}
