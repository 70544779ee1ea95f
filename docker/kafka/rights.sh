#!/usr/bin/env bash
# Topics, accounts and rights, made or renewed at every start: each service writes its own stream and reads those it
# follows. Nobody but the administrator may do anything else.
set -euo pipefail
umask 077

kafka=${KAFKA_HOME:-/opt/kafka}
server=${KAFKA_SERVER:-kafka:9092}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

follows() {
  case $1 in
    project) echo team.events appeal.events ;;
    team) echo project.events appeal.events ;;
    appeal) echo project.events team.events ;;
  esac
}

cat >"$folder/admin.properties" <<EOF
security.protocol=SASL_PLAINTEXT
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="${KAFKA_ADMIN_PASSWORD:?is not set}";
EOF

tool() {
  local name=$1
  shift
  "$kafka/bin/$name.sh" --bootstrap-server "$server" --command-config "$folder/admin.properties" "$@" >>"$folder/log" 2>&1 ||
    { cat "$folder/log" >&2; exit 1; }
}

for service in project team appeal; do
  # for ever 12: a key keeps its partition only while their number stays; a rebuild reads from event 0, so nothing expires
  tool kafka-topics --create --if-not-exists --topic "$service.events" --partitions 12 --replication-factor 1 \
    --config retention.ms=-1
done
for service in project team appeal; do
  password=${service^^}_KAFKA_PASSWORD
  echo "SCRAM-SHA-512=password=${!password:?is not set}" >"$folder/account.properties"
  tool kafka-configs --alter --entity-type users --entity-name "$service" --add-config-file "$folder/account.properties"
  tool kafka-acls --add --allow-principal "User:$service" --operation Write --operation Describe --topic "$service.events"
  topics=()
  for topic in $(follows "$service"); do topics+=(--topic "$topic"); done
  tool kafka-acls --add --allow-principal "User:$service" --operation Read --operation Describe "${topics[@]}"
  # the groups of a service begin with its name
  tool kafka-acls --add --allow-principal "User:$service" --operation Read --group "$service." \
    --resource-pattern-type prefixed
  echo "$service: writes $service.events, reads $(follows "$service")"
done
