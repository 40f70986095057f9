# syntax=docker/dockerfile:1

# One static executable: models, gazetteer and openapi.yaml are linked into it.
FROM swift:6.3-bookworm AS build
WORKDIR /build
COPY Package.swift openapi.yaml ./
COPY Sources Sources
# The targets of the tests are part of the package; their sources are not needed to build it.
COPY Tests Tests
RUN swift build -c release --product dateline --static-swift-stdlib -Xswiftc -static-executable \
 && install -s "$(swift build -c release --show-bin-path --static-swift-stdlib)/dateline" /dateline

# BusyBox on glibc: a shell-less base could not run the health check.
FROM busybox:stable-glibc
COPY --from=build /dateline /usr/local/bin/dateline
COPY seeds /srv/seeds
COPY LICENSE Sources/ModelImage/CREDITS.md /usr/share/doc/dateline/
WORKDIR /srv
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s \
  CMD wget -q -O /dev/null http://127.0.0.1:8080/healthz
ENTRYPOINT ["dateline"]
CMD ["serve", "--host", "0.0.0.0"]
