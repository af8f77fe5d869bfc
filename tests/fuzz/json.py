# JSON text: what loads() accepts, dumps() writes so that it loads as the same again.
import json


def one(data):
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return
    text = json.dumps(value)
    assert json.dumps(json.loads(text)) == text, text
