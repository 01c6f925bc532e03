# Shared by packaging/run and packaging/package: what this machine has, and building what is stale.
# The one who reads it has set: home (the folder of the project) and target.
# shellcheck shell=sh

wanted=25

# ---- words ---------------------------------------------------------------------------------

spoken=en
case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    zh*) spoken=zh ;;
esac

# say CHINESE ENGLISH
say() {
    if [ "$spoken" = zh ]; then printf '%s\n' "$1" >&2; else printf '%s\n' "$2" >&2; fi
}

nothing_changed() {
    say '　现状：没有改动任何资料。' '  Safe: nothing was changed.'
}

# ---- what is here --------------------------------------------------------------------------

# Prints the release of the JDK in $1, such as 25, or nothing.
release_of() {
    [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else
        "$1/bin/java" -XshowSettings:properties -version 2>&1 </dev/null |
            sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'
    fi
}

# Prints the folder of the Java that would run as plain "java".
java_on_path() {
    found=$(command -v java) || return 0
    found=$(readlink -f "$found" 2>/dev/null || printf '%s' "$found")
    dirname -- "$(dirname -- "$found")"
}

find_jdk() {
    jdk=
    for candidate in "${PACKWITNESS_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* \
        "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/java/* /opt/jdk* "$(java_on_path)"; do
        [ -n "$candidate" ] || continue
        if [ "$(release_of "$candidate")" = "$wanted" ]; then
            jdk=$candidate
            return 0
        fi
    done
    return 1
}

has_apt() { command -v apt-get >/dev/null 2>&1 && command -v apt-cache >/dev/null 2>&1; }

# Prints the first of the packages that this system's package lists know.
first_known() {
    for package in "$@"; do
        if apt-cache show "$package" 2>/dev/null | grep -q '^Package:'; then
            printf '%s\n' "$package"
            return 0
        fi
    done
    printf '%s\n' "$1"
}

# Whether the dynamic linker knows a library whose name begins like this; unknown counts as yes.
has_library() {
    command -v ldconfig >/dev/null 2>&1 || return 0
    ldconfig -p 2>/dev/null | grep -q "^[[:space:]]*$1"
}

on_linux() { [ "$(uname -s)" = Linux ]; }

# Prints the packages a window needs and this system lacks.
missing_for_window() {
    on_linux || return 0
    has_library 'libgtk-3\.so\.0' || first_known libgtk-3-0t64 libgtk-3-0
    has_library 'libXtst\.so\.6' || first_known libxtst6
    has_library 'libXxf86vm\.so\.1' || first_known libxxf86vm1
    has_library 'libGL\.so\.1' || first_known libgl1
    has_library 'libpangoft2-1\.0\.so\.0' || first_known libpangoft2-1.0-0
}

# Prints the packages that playing a video inside the window needs and this system lacks.
missing_for_playback() {
    on_linux || return 0
    has_library 'libasound\.so\.2' || first_known libasound2t64 libasound2
    has_library 'libavcodec\.so\.\(5[6-9]\|6[01]\)' ||
        first_known libavcodec61 libavcodec60 libavcodec59 libavcodec58
    has_library 'libavformat\.so\.\(5[6-9]\|6[01]\)' ||
        first_known libavformat61 libavformat60 libavformat59 libavformat58
}

missing_for_build() {
    command -v mvn >/dev/null 2>&1 || printf 'maven\n'
}

install_line() {
    # shellcheck disable=SC2086  # a list of package names
    set -- $1
    if has_apt; then
        printf 'sudo apt-get install %s    (or: packaging/run --setup)' "$*"
    elif command -v dnf >/dev/null 2>&1; then
        printf 'sudo dnf install java-25-openjdk-devel maven gtk3 libXtst ffmpeg-free'
    elif command -v brew >/dev/null 2>&1; then
        printf 'brew install temurin@25 maven'
    else
        printf '%s' "$*"
    fi
}

jdk_line() {
    if has_apt && apt-cache show openjdk-25-jdk 2>/dev/null | grep -q '^Package:'; then
        printf 'sudo apt-get install openjdk-25-jdk'
    elif has_apt && apt-cache show temurin-25-jdk 2>/dev/null | grep -q '^Package:'; then
        printf 'sudo apt-get install temurin-25-jdk'
    elif [ -d "${HOME:-/nowhere}/.sdkman" ]; then
        printf 'sdk install java 25-tem'
    else
        printf 'https://adoptium.net/temurin/releases/?version=25'
    fi
}

need_jdk() {
    find_jdk && return 0
    say "找不到 JDK $wanted（已查看 JAVA_HOME、/usr/lib/jvm、sdkman 和 PATH）。" \
        "No JDK $wanted was found (in JAVA_HOME, /usr/lib/jvm, sdkman and PATH)."
    nothing_changed
    say "　请安装：$(jdk_line)" "  Install it: $(jdk_line)"
    exit 3
}

# ---- building ------------------------------------------------------------------------------

stamp=$target/run.stamp
lock=$target/run.lock

is_stale() {
    [ -f "$target/packwitness.jar" ] && [ -d "$target/lib" ] && [ -d "$target/fx" ] || return 0
    reference=$target/packwitness.jar
    [ -f "$stamp" ] && reference=$stamp
    [ -n "$(find "$home/src/main" "$home/pom.xml" -newer "$reference" -print 2>/dev/null | head -n 1)" ]
}

unlock() { rm -rf "$lock"; }

# Waits until no other start of the program is building.
take_lock() {
    mkdir -p "$target" 2>/dev/null
    if [ ! -w "$target" ]; then
        say "不能在 $target 中写入，无法构建程序。" "$target cannot be written to, so the program cannot be built."
        nothing_changed
        say '　请检查该文件夹的写入权限。' '  Check the write permission of this folder.'
        exit 3
    fi
    waited=0
    until mkdir "$lock" 2>/dev/null; do
        builder=$(cat "$lock/pid" 2>/dev/null)
        if [ -n "$builder" ] && ! kill -0 "$builder" 2>/dev/null; then
            unlock
            continue
        fi
        if [ -z "$builder" ] && [ "$waited" -gt 5 ]; then
            unlock
            continue
        fi
        [ "$waited" -gt 0 ] || say '正在等待另一个窗口完成构建……' 'Waiting for another build to finish ...'
        waited=$((waited + 1))
        sleep 1
    done
    trap 'unlock' EXIT
    trap 'unlock; exit 3' HUP INT TERM
    echo $$ >"$lock/pid"
}

release_lock() {
    unlock
    trap - EXIT HUP INT TERM
}

build() {
    take_lock
    if ! is_stale; then
        release_lock
        return 0
    fi
    if ! command -v mvn >/dev/null 2>&1; then
        say '程序需要构建，但找不到 Maven（mvn）。' 'The program has to be built, but Maven (mvn) was not found.'
        nothing_changed
        say "　请安装：$(install_line maven)" "  Install it: $(install_line maven)"
        exit 3
    fi
    say '正在构建打包见证……（第一次需要下载组件，要几分钟）' \
        'Building PackWitness ... (the first time it fetches its parts, which takes some minutes)'
    : >"$target/run.building"
    # Maven itself may run on an older Java; where there is none, it gets ours.
    maven_home=${JAVA_HOME:-}
    [ -n "$maven_home" ] || command -v java >/dev/null 2>&1 || maven_home=$jdk
    if ! (
        cd "$home" || exit 3
        [ -z "$maven_home" ] || export JAVA_HOME="$maven_home"
        export JAVA25_HOME="$jdk"
        exec mvn -B -q -DskipTests package </dev/null >"$target/run.log" 2>&1
    ); then
        grep -E 'ERROR|BUILD' "$target/run.log" | head -n 12 >&2
        say "构建失败，全部输出在 $target/run.log。" "The build failed; its whole output is in $target/run.log."
        say '　现状：资料库没有改动。' '  Safe: no vault was touched.'
        say '　请检查网络（第一次构建需要下载组件）和磁盘空间，然后重试。' \
            '  Check the network (the first build fetches parts) and the free disk space, then try again.'
        exit 3
    fi
    mv -f "$target/run.building" "$stamp"
    release_lock
}

