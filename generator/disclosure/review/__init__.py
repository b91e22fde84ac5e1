"""The second person: what she reads, what her approval binds, and the check of the whole chain afterwards."""
