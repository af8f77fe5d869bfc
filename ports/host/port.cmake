# The host: everything, unit tests included.
krait_layer(net hal core objects)
krait_layer(modules objects vm net hal)
krait_layer(machine objects vm net hal)
krait_layer(sim hal base)

add_subdirectory(tests)
