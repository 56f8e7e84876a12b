"""An invented county to try everything with."""
