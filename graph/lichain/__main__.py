"""`python -m lichain` is the `lichain` command."""

from lichain.cli.main import main

if __name__ == "__main__":
    main()
