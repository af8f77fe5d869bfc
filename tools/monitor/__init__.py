"""The parts of tools/audio_monitor.py: broker, recording, subscriber, reference, live view."""
