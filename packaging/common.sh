# Shared by the scripts beside it: finds or installs what Ads Desk needs, and builds it when it is stale.
# Sourced, not run. Works from any directory, as root or with sudo, and any number of times in a row.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
JAVA_WANTED=25

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1; then sudo "$@"
    else die "Ads Desk needs to install packages. Run this as root, or install sudo, or run: $*"; fi
}

APT_FRESH=
apt_refresh() {
    [ -n "$APT_FRESH" ] || as_root apt-get update -qq >/dev/null || die "apt-get update failed; check the network and try again."
    APT_FRESH=yes
}

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# need NAME|OTHERNAME …: each argument is one package, under the names that different releases give it.
need() {
    local missing=() choice name names found
    for choice in "$@"; do
        found=
        IFS='|' read -ra names <<<"$choice"
        for name in "${names[@]}"; do installed "$name" && found=yes && break; done
        [ -n "$found" ] || missing+=("$choice")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    command -v apt-get >/dev/null 2>&1 || die "This system has no apt-get. Install these yourself: ${missing[*]}"
    apt_refresh
    local wanted=()
    for choice in "${missing[@]}"; do
        IFS='|' read -ra names <<<"$choice"
        for name in "${names[@]}"; do
            if apt-cache show "$name" >/dev/null 2>&1; then wanted+=("$name"); break; fi
        done
    done
    [ ${#wanted[@]} -eq ${#missing[@]} ] || die "The system's packages lack one of: ${missing[*]}"
    say "Installing ${wanted[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null \
        || die "Installing ${wanted[*]} failed; run it by hand to see why: apt-get install ${wanted[*]}"
}

java_major() { "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1; }

# Sets JDK to the home of a JDK that is new enough, or leaves it empty.
find_jdk() {
    JDK=
    local home major
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/*; do
        [ -x "$home/bin/javac" ] || continue
        major=$(java_major "$home")
        if [ "${major:-0}" -ge "$JAVA_WANTED" ]; then JDK=$home; return 0; fi
    done
    if command -v javac >/dev/null 2>&1; then
        home=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
        major=$(java_major "$home")
        if [ "${major:-0}" -ge "$JAVA_WANTED" ]; then JDK=$home; fi
    fi
    return 0
}

need_jdk() {
    find_jdk
    [ -n "$JDK" ] && return 0
    if command -v apt-get >/dev/null 2>&1; then
        apt_refresh
        if apt-cache show openjdk-$JAVA_WANTED-jdk >/dev/null 2>&1; then need openjdk-$JAVA_WANTED-jdk; find_jdk; fi
    fi
    [ -n "$JDK" ] || die "Ads Desk needs a JDK $JAVA_WANTED or newer, and this system's packages have none: install one \
(for example Temurin $JAVA_WANTED from adoptium.net) under /usr/lib/jvm, or set JAVA_HOME to it, and run this again."
}

need_maven() { command -v mvn >/dev/null 2>&1 || need maven; }

# Libraries that JavaFX loads, and fonts for the scripts that names are written in.
need_desktop_libraries() {
    need 'libgtk-3-0t64|libgtk-3-0' libgl1 libxtst6 libxxf86vm1 'libasound2t64|libasound2' libpango-1.0-0 \
        libfreetype6 fontconfig fonts-noto-core fonts-noto-cjk
}

has_display() { [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; }

maven() { (cd "$ROOT" && JAVA_HOME=$JDK mvn -B -ntp "$@"); }

stale() {
    local jar=$ROOT/target/ads-desk.jar
    [ -f "$jar" ] && [ -d "$ROOT/target/lib" ] || return 0
    [ -n "$(find "$ROOT/src/main" "$ROOT/pom.xml" -newer "$jar" -print -quit)" ]
}

build_when_stale() {
    stale || return 0
    need_maven
    say "Building Ads Desk"
    maven -q -DskipTests package >&2 || die "The build failed; see above."
    touch "$ROOT/target/ads-desk.jar"
}

# Sets CLASSES and MODULES to the built program: JavaFX as modules, the rest on the class path.
find_program() {
    local jar
    MODULES= CLASSES=$ROOT/target/ads-desk.jar
    for jar in "$ROOT"/target/lib/*.jar; do
        case $(basename "$jar") in
            javafx-*-linux*.jar|javafx-*-mac*.jar|javafx-*-win*.jar|jdk-jsobject-*-*.jar) MODULES=$MODULES:$jar ;;
            javafx-*.jar|jdk-jsobject-*.jar) ;;
            *) CLASSES=$CLASSES:$jar ;;
        esac
    done
    MODULES=${MODULES#:}
}

# What a dying process would write of its memory may hold a token: no heap dump, no crash file, no core.
NO_DUMPS=(-XX:-HeapDumpOnOutOfMemoryError -XX:ErrorFile=/dev/null -XX:-CreateCoredumpOnCrash)

# guarded PROGRAM ARGUMENTS…: becomes the program, of which the system keeps no core either (a signal such as SIGABRT is
# not the JVM's to handle).
guarded() {
    ulimit -c 0
    exec "$@"
}

# A young generation of one size, and a heap that grows with what is alive in it, not with how busy the machine is: so the
# memory of a reading does not depend on how much there is to read (`packaging/bench sync`).
MEMORY=(-Xms192m -Xmn48m -XX:GCTimeRatio=1)

# start CLASS ARGUMENTS…: runs a class of the built program, with JavaFX.
start() {
    local class=$1
    shift
    find_program
    guarded ${DISPLAY_WRAPPER[@]+"${DISPLAY_WRAPPER[@]}"} "$JDK/bin/java" --module-path "$MODULES" \
        --add-modules javafx.controls,javafx.web \
        --enable-native-access=javafx.graphics,javafx.web,javafx.media,ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow \
        -XX:+DisableAttachMechanism "${NO_DUMPS[@]}" "${MEMORY[@]}" \
        -Dadsdesk.root="$ROOT" ${DESK_JAVA_OPTIONS:-} -cp "$CLASSES" "$class" "$@"
}

# start_plain CLASS ARGUMENTS…: the same without JavaFX, for what opens no window.
start_plain() {
    local class=$1
    shift
    find_program
    guarded "$JDK/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -XX:+DisableAttachMechanism "${NO_DUMPS[@]}" "${MEMORY[@]}" \
        -Dadsdesk.root="$ROOT" ${DESK_JAVA_OPTIONS:-} -cp "$CLASSES" "$class" "$@"
}
