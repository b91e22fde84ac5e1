"""The desk for staff: a second app on a second port, where cases are handled, reviewed and released."""
