#!/usr/bin/env bash
# Exit code 0 when the service in this container is ready. The image holds no curl, so bash asks by itself.
set -euo pipefail

exec 3<>"/dev/tcp/127.0.0.1/${SUITE_MANAGEMENT_PORT:-9000}"
printf 'GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r _ status _ <&3
[ "$status" = 200 ]
