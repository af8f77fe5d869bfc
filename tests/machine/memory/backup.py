# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import machine

memory = machine.mem_backup()
print(type(memory).__name__, len(memory), memory.itemsize, len(machine.mem_backup(-1)))
if machine.reset_cause() == machine.PWRON_RESET:
    memory[:5] = b"kept!"
    machine.reset()
print(bytes(memory[:5]), machine.reset_cause() == machine.HARD_RESET)
for region in (1, -2):
    try:
        machine.mem_backup(region)
    except ValueError:
        print("ValueError")
