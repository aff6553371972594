"""What a line of the log looks like."""

import logging


class OneLine(logging.Filter):
    """Bad requests get one line, without a traceback that says where Django noticed; failures of ours keep theirs."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass; a refused request loses its traceback."""
        if record.name.startswith("django.security") or getattr(record, "status_code", 500) < 500:
            record.exc_info = None
            record.exc_text = None
        return True
