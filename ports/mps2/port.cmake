# Cortex-M3 under QEMU's mps2-an385 (facts in ../shared/TARGETS.md).
