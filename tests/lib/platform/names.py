import platform

for function in (platform.system, platform.node, platform.release, platform.version,
                 platform.machine, platform.processor, platform.platform,
                 platform.python_compiler, platform.python_implementation,
                 platform.python_version):
    print(function.__name__, type(function()))
print(type(platform.libc_ver()), len(platform.libc_ver()))
print(platform.python_version() == ".".join(platform.python_version_tuple()))
print(platform.platform().startswith(platform.system()))
