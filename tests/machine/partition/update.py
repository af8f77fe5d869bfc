# expect: hand, because CPython has no esp32
# args: --board esp32s3 --time virtual
import machine
from esp32 import Partition

running = Partition(Partition.RUNNING)
print(running.info()[4], machine.reset_cause() == machine.PWRON_RESET)
print([p.info()[4] for p in Partition.find()], [p.info()[4] for p in Partition.find(1, 2)])
if running.info()[4] == "ota_0":
    other = running.get_next_update()
    print(other)
    other.set_boot()
    print(Partition(Partition.BOOT).info()[4], Partition(Partition.RUNNING).info()[4])
    try:
        Partition("nvs").set_boot()
    except OSError as e:
        print(e.errno)
    machine.reset()
Partition.mark_app_valid_cancel_rollback()
print(running.get_next_update().info()[4])
