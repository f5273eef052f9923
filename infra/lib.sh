# Shared by infra/run and infra/verify: finds the tools, or says what to install. Sourced, never run.

infra="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(dirname "$infra")"
cache="${PLATFORM_CACHE:-$infra/.cache}"
data="${PLATFORM_DATA:-$infra/.data}"
export PLATFORM_CACHE="$cache" PLATFORM_DATA="$data"

fail() {
  echo "$*" >&2
  exit 1
}

# Seconds since this script began, as the launcher shows them too.
step() {
  printf '%6.1f s  %s\n' "$(($(date +%s) - ${PLATFORM_RUN_SINCE:-$(date +%s)}))" "$*"
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -Eq '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$1/release"
}

# Sets JAVA_HOME: Maven itself must run on JDK 25.
find_jdk() {
  local candidate on_path
  on_path="$(command -v java || true)"
  [ -z "$on_path" ] || on_path="$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")"
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/*jdk* /opt/java/*; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      export JAVA_HOME="$candidate"
      return
    fi
  done
  fail "No JDK 25 found: install one (for example Eclipse Temurin 25) and set JAVA_HOME to its folder."
}

# Checks that the Maven on the PATH is new enough.
find_maven() {
  command -v mvn >/dev/null || fail "No Maven found: install Maven 3.8 or newer, so that 'mvn' is on the PATH."
  # Maven 3.8's own libraries make a new JDK warn; that is no one's concern here.
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  local version
  version="$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -1)"
  [ -n "$version" ] || fail "Maven does not start: 'mvn -v' says why."
  if [ "${version%%.*}" -lt 3 ] || { [ "${version%%.*}" -eq 3 ] && [ "${version##*.}" -lt 8 ]; }; then
    fail "Maven $version is too old: install 3.8 or newer."
  fi
}

# At least this many megabytes must be free where we write.
need_disk() {
  local folder free
  for folder in "$cache" "$data"; do
    mkdir -p "$folder" 2>/dev/null || fail "The folder $folder cannot be made."
    free="$(df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1024) }')"
    [ "${free:-$1}" -ge "$1" ] || fail "Disk full: $free MB are free for $folder, $1 MB are needed."
  done
}

# Sets PLATFORM_KEYCLOAK_DIST: Keycloak as Maven's repository has it, unpacked into the cache.
find_keycloak() {
  local version fresh
  version="$(sed -n 's:.*<keycloak-server.version>\(.*\)</keycloak-server.version>.*:\1:p' "$root/pom.xml")"
  export PLATFORM_KEYCLOAK_DIST="$cache/keycloak-$version"
  [ ! -x "$PLATFORM_KEYCLOAK_DIST/bin/kc.sh" ] || return 0
  find_maven
  step "Keycloak $version: fetching it, once (180 MB)"
  fresh="$(mktemp -d "$cache/fetching-XXXXXX")"
  if ! mvn -q -B -ntp -N -f "$root/pom.xml" dependency:copy "-DoutputDirectory=$fresh" \
    "-Dartifact=org.keycloak:keycloak-quarkus-dist:$version:tar.gz" >"$fresh/log" 2>&1 ||
    ! tar -xzf "$fresh/keycloak-quarkus-dist-$version.tar.gz" -C "$fresh" >>"$fresh/log" 2>&1; then
    tail -5 "$fresh/log" >&2
    rm -rf "$fresh"
    fail "Keycloak $version could not be fetched (see above)."
  fi
  mv "$fresh/keycloak-$version" "$PLATFORM_KEYCLOAK_DIST" 2>/dev/null || true
  rm -rf "$fresh"
}
