# Sourced by the commands here: builds what they run, unless that was done.
set -euo pipefail
PLATFORM_RUN_SINCE="$(date +%s)"
export PLATFORM_RUN_SINCE PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
# shellcheck source=../lib.sh
. "$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/lib.sh"

# bench_java CLASS JVM-OPTION ARGUMENTS...
bench_java() {
  local class="$1" memory="$2"
  shift 2
  find_jdk
  find_maven
  export JAVA_HOME
  mvn -q -B -ntp -f "$root/pom.xml" -pl infra/bench -am -Dmaven.test.skip=true package dependency:build-classpath \
    "-Dmdep.outputFile=$infra/bench/target/classpath" -Dmdep.includeScope=runtime >&2
  exec "$JAVA_HOME/bin/java" "$memory" --enable-native-access=ALL-UNNAMED \
    -cp "$infra/bench/target/classes:$(cat "$infra/bench/target/classpath")" "kr.nairl.platform.bench.$class" "$@"
}
