# Building a preset quietly with all cores (sourced by ./run and ./test).

if command -v ccache >/dev/null; then
    export CCACHE_BASEDIR=$krait_root CCACHE_NOHASHDIR=1
fi

# build_preset NAME: configures (once, and when presets or toolchains changed), then builds; the status is that of the build.
build_preset() {
    local preset=$1 folder="$krait_root/build/$1"
    local stamp="$folder/configured"
    if [ ! -f "$stamp" ] ||
        [ -n "$(find "$krait_root/cmake" "$krait_root/CMakePresets.json" -newer "$stamp")" ]; then
        local launcher=()
        ! command -v ccache >/dev/null ||
            launcher=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
        logged "configure-$preset" cmake --fresh -S "$krait_root" --preset "$preset" "${launcher[@]}" ||
            return 1
        touch "$stamp"
    fi
    # shellcheck disable=SC2086  # a list of targets, all if empty
    logged "build-$preset" ninja -C "$folder" ${krait_targets:-}
}
