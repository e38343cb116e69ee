"""``python -m payoffer``."""

import sys

from payoffer.cli.app import main

sys.exit(main())
