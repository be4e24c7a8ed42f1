# The package, as built by `mvn -B verify` beforehand (target/quarkus-app), on a Java runtime. Not tried where this was
# written: there was no Docker there (deploy/README.md).
FROM eclipse-temurin:21-jre

RUN useradd --system --uid 10001 --home-dir /var/lib/toritsugi --create-home toritsugi \
 && install --directory --owner=toritsugi --mode=0700 /var/lib/toritsugi-anchors
WORKDIR /opt/toritsugi
COPY --chown=root:root deploy/run.sh ./run.sh
COPY --chown=root:root target/quarkus-app/ ./app/

ENV TORITSUGI_APP=/opt/toritsugi/app \
    TORITSUGI_SHARED_CLASSES=/var/lib/toritsugi/classes \
    LANG=C.UTF-8 \
    TZ=Asia/Tokyo

USER toritsugi
# The class archive: kept between containers, it halves the start.
VOLUME /var/lib/toritsugi
# Anchors of the trail.
VOLUME /var/lib/toritsugi-anchors
EXPOSE 8080
# run.sh hands over to Java (exec), which takes the stop signal itself; the end of the first start writes the archive.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${TORITSUGI_HTTP_PORT:-8080} && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/opt/toritsugi/run.sh"]
