"""`python -m generator.cli`, as `portal.py` calls it."""

from generator.cli.main import main

if __name__ == "__main__":
    main(prog_name="python3 portal.py")
