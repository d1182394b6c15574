# docker build --tag crosscheck . && docker run --rm --volume "$PWD:/work" crosscheck check
FROM rust:1.95-slim-bookworm AS build
WORKDIR /build
COPY Cargo.toml Cargo.lock README.md ./
COPY benches benches
COPY grammar grammar
COPY rules rules
COPY src src
# The tests stay outside, and cargo asks for the file that holds them all.
RUN mkdir tests && touch tests/main.rs && cargo build --locked --profile dist --bin crosscheck

FROM debian:bookworm-slim
# `--changed-since` asks git, in a folder that belongs to whoever started the container.
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*' \
    && useradd --system --uid 10001 crosscheck
COPY --from=build /build/target/dist/crosscheck /usr/local/bin/crosscheck
USER 10001
WORKDIR /work
ENTRYPOINT ["crosscheck"]
CMD ["check"]
