# What runs once beside the services: rights on Kafka, and the demo district. Made of what `./mvnw -Pquick package` or
# `./suite up` has packaged; the image holds no secret.
ARG JAVA_IMAGE=eclipse-temurin:25-jre
FROM ${JAVA_IMAGE}
RUN groupadd --system --gid 10001 suite \
    && useradd --system --uid 10001 --gid 10001 --home-dir /suite --no-create-home --shell /usr/sbin/nologin suite
WORKDIR /suite
COPY local-stack/target/lib/ /suite/lib/
COPY local-stack/target/local-stack-0.1.0-SNAPSHOT.jar /suite/local-stack.jar
RUN chmod -R a+rX /suite
USER 10001:10001
ENV LANG=C.UTF-8
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "/suite/local-stack.jar"]
