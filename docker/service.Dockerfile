# The image of one service, from what `./mvnw -Pquick package` or `./suite up` has packaged:
#
#   docker build -f docker/service.Dockerfile --build-arg SERVICE=project-service -t pengjiang/project-service .
#
# The image holds no secret: passwords and keys come from the environment of the container, see docker-compose.yml.
ARG JAVA_IMAGE=eclipse-temurin:25-jre

# the libraries of others and our own apart, so that a change of ours sends a few megabytes and not all of them
FROM ${JAVA_IMAGE} AS sorted
ARG SERVICE
RUN if [ -z "$SERVICE" ]; then echo "Say which service: --build-arg SERVICE=project-service" >&2; exit 1; fi
COPY ${SERVICE}/target/quarkus-app/ /packaged/
COPY docker/healthy.sh /own/healthy.sh
# readable by the service's own user, also when the working copy was made under umask 077
RUN mkdir -p /own/lib/main \
    && mv /packaged/lib/main/org.pengjiang.*.jar /own/lib/main/ \
    && mv /packaged/quarkus /packaged/app /packaged/quarkus-run.jar /own/ \
    && chmod -R a+rX /packaged /own

FROM ${JAVA_IMAGE}
RUN groupadd --system --gid 10001 suite \
    && useradd --system --uid 10001 --gid 10001 --home-dir /suite --no-create-home --shell /usr/sbin/nologin suite \
    && install --directory --owner=10001 --group=10001 --mode=0700 /files
# a new volume that is mounted on /files belongs to the service's own user
WORKDIR /suite
COPY --from=sorted /packaged/lib/ /suite/lib/
COPY --from=sorted /own/ /suite/
ENV SUITE_HTTP_HOST=0.0.0.0 \
    SUITE_HTTP_PORT=8080 \
    SUITE_MANAGEMENT_HOST=0.0.0.0 \
    SUITE_MANAGEMENT_PORT=9000 \
    LANG=C.UTF-8
# The public port. The management port is open in the container's network too: docker-compose.yml publishes it on the loopback
# address of the machine, and in the profile prod it shows its health only until SUITE_MANAGEMENT_TOKEN is given
EXPOSE 8080
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=5s --start-period=240s --retries=3 CMD ["bash", "/suite/healthy.sh"]
# 70 percent of the container's limit, which docker-compose.yml sets; without a limit it would be of the whole machine.
# More flags: JAVA_TOOL_OPTIONS
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "/suite/quarkus-run.jar"]
