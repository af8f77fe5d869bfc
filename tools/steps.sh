# Numbered steps with elapsed time and live progress, for ./run and ./test (sourced by bash).
#
#   step "Building"              prints "[ 12s] 3. Building"
#   logged host cmake --build …  runs a command quietly: everything goes to build/logs/host.log,
#                                one line of progress is drawn (a bar where the log counts
#                                "[3/70]" or "3/70 Test"), and the log's end is shown on failure.
# On a terminal the line is redrawn in place, elsewhere it appears about every 20 seconds.

steps_started=$SECONDS
steps_count=0
steps_columns=$(tput cols 2>/dev/null || echo 100)
steps_logs="$krait_root/build/logs"
mkdir -p "$steps_logs"

step() {
    steps_count=$((steps_count + 1))
    printf '[%4ds] %d. %s\n' $((SECONDS - steps_started)) "$steps_count" "$*"
}

note() { printf '        %s\n' "$*"; }

die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# The last line of a log as one short line of progress.
steps_progress() {
    local line
    line=$(tail -c 2000 "$1" | tr '\r' '\n' | grep -v '^[[:space:]]*$' | tail -n 1)
    if [[ $line =~ \[([0-9]+)/([0-9]+)\] || $line =~ ^[[:space:]]*([0-9]+)/([0-9]+)\ Test ]]; then
        local done_count=${BASH_REMATCH[1]} total=${BASH_REMATCH[2]}
        local filled=$((total > 0 ? done_count * 24 / total : 0)) bar
        printf -v bar '%*s' "$filled" ''
        printf '%s%*s %3d%%  %s' "${bar// /#}" $((24 - filled)) '' \
            $((total > 0 ? done_count * 100 / total : 100)) "$line"
    else
        printf '%s' "$line"
    fi
}

# logged NAME COMMAND...: the status is the command's own.
logged() {
    local name=$1 log="$steps_logs/$1.log" began=$SECONDS shown=$SECONDS pid status=0
    shift
    "$@" >"$log" 2>&1 </dev/null &
    pid=$!
    trap 'kill -TERM '"$pid"' 2>/dev/null; trap - INT TERM; exit 130' INT TERM
    while kill -0 "$pid" 2>/dev/null; do
        if [ -t 1 ]; then
            printf "\r\033[K        %.*s" $((steps_columns - 10)) "$(steps_progress "$log")"
            sleep 0.3
        else
            sleep 0.2
            if [ $((SECONDS - shown)) -ge 20 ]; then
                shown=$SECONDS
                note "$((SECONDS - began)) s: $(steps_progress "$log" | cut -c1-90)"
            fi
        fi
    done
    wait "$pid" || status=$?
    trap - INT TERM
    [ -t 1 ] && printf '\r\033[K'
    if [ "$status" -ne 0 ]; then
        note "$name failed (status $status); the end of ${log#"$krait_root"/}:"
        tail -n "${steps_tail:-40}" "$log" | sed 's/^/        | /'
    fi
    return "$status"
}
