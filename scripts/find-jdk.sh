# Sourced by ./run and ./verify: finds a JDK of at least version 25 and exports JAVA_HOME, or says what is missing.
# Looks at JAVA_HOME, then at the folders where systems and installers put JDKs; of several the newest wins.

yiwang_jdk_major() {
    [ -x "$1/bin/javac" ] || return 1
    local version
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    else
        version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    fi
    [ -n "$version" ] && echo "$version"
}

yiwang_find_jdk() {
    local major best='' best_major=24 home seen=''
    if [ -n "${JAVA_HOME:-}" ]; then
        major=$(yiwang_jdk_major "$JAVA_HOME") || major=0
        if [ "$major" -ge 25 ]; then
            export JAVA_HOME
            return 0
        fi
        seen=" (JAVA_HOME is $JAVA_HOME, version $major)"
        [ "$major" -gt 0 ] || seen=" (JAVA_HOME is $JAVA_HOME, which is no JDK)"
    fi
    for home in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/* /opt/*/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -d "$home" ] || continue
        major=$(yiwang_jdk_major "$home") || continue
        if [ "$major" -gt "$best_major" ]; then
            best=$home
            best_major=$major
        fi
    done
    if [ -z "$best" ] && [ -x /usr/libexec/java_home ]; then
        best=$(/usr/libexec/java_home -v 25+ 2>/dev/null) || best=''
    fi
    if [ -z "$best" ]; then
        echo "Yiwang needs a JDK of version 25 or later; none was found$seen. Install one (for example Eclipse Temurin 25) or set JAVA_HOME." >&2
        return 1
    fi
    export JAVA_HOME=$best
}

yiwang_need_maven() {
    if ! command -v mvn >/dev/null; then
        echo "Yiwang is built with Maven 3.8 or later, and there is no mvn on the PATH. Install it (Debian, Ubuntu: apt install maven)." >&2
        return 1
    fi
}

yiwang_find_jdk
