"""`python -m kanaalwaarden`."""

import sys

from kanaalwaarden.cli import main

if __name__ == "__main__":
    sys.exit(main())
