from string import Formatter


class Default(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def check_unused_args(self, used, args, kwargs):
        print(sorted(map(str, used)), len(args), sorted(kwargs))

    def format_field(self, value, spec):
        return format(value, spec) if spec != "up" else str(value).upper()

    def convert_field(self, value, conversion):
        return value[::-1] if conversion == "x" else super().convert_field(value, conversion)


print(Default().format("{a} {b} {0:up} {0!x}", "arg", a=1))
