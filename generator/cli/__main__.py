"""`python -m generator.cli`, as `portal.py` calls it."""

from generator.cli import main

if __name__ == "__main__":
    main()
