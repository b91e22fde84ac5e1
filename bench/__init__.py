"""What each part of the portal costs, always beside a baseline in the same run: `python3 portal.py bench`."""
