#!/usr/bin/env bash
# Starts the one broker: formats its disk the first time, with the administrator among its accounts, and demands a password
# of everybody. Its passwords come from the environment and are written into files that only this container can read.
set -euo pipefail
umask 077

kafka=${KAFKA_HOME:-/opt/kafka}
data=${KAFKA_DATA:-/var/lib/kafka/data}
host=${KAFKA_HOST:-kafka}
bind=${KAFKA_BIND:-0.0.0.0}
port=${KAFKA_PORT:-9092}
controller_port=${KAFKA_CONTROLLER_PORT:-9093}
password=${KAFKA_ADMIN_PASSWORD:?is not set}
settings=$(mktemp)

# to the console only; Kafka's own scripts also write files in its folder, and a log of the garbage collector
export LOG_DIR=${TMPDIR:-/tmp}/logs
export KAFKA_LOG4J_OPTS=-Dlog4j2.configurationFile=$(dirname -- "${BASH_SOURCE[0]}")/log4j2.properties
export EXTRA_ARGS="-name kafkaServer"

cat >"$settings" <<EOF
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$controller_port
listeners=CLIENTS://$bind:$port,CONTROLLER://127.0.0.1:$controller_port
advertised.listeners=CLIENTS://$host:$port
listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
inter.broker.listener.name=CLIENTS
controller.listener.names=CONTROLLER

# accounts stand in Kafka's own metadata; the controller cannot ask those before it runs, and nobody outside reaches it
sasl.enabled.mechanisms=SCRAM-SHA-512
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
sasl.mechanism.controller.protocol=PLAIN
listener.name.clients.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="$password";
listener.name.controller.sasl.enabled.mechanisms=PLAIN
listener.name.controller.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="admin" password="$password" user_admin="$password";

# what no rule allows is refused
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:admin
allow.everyone.if.no.acl.found=false

log.dirs=$data
auto.create.topics.enable=false
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
# a service that was away for years goes on where it was
offsets.retention.minutes=5256000
group.initial.rebalance.delay.ms=500
EOF

if [ ! -e "$data/meta.properties" ]; then
  "$kafka/bin/kafka-storage.sh" format --cluster-id "$("$kafka/bin/kafka-storage.sh" random-uuid)" --config "$settings" \
    --add-scram "SCRAM-SHA-512=[name=admin,password=$password]"
fi
exec "$kafka/bin/kafka-server-start.sh" "$settings"
